import { presses, says, uses } from './turns.ts';
import type { Act } from './turns.ts';

/** Second thoughts, threads, and what goes wrong. */
export const CHANGES: Act = {
  name: 'V. Second thoughts',
  turns: [
    {
      as: 'typo',
      who: 'ada',
      does: says('@bot Who is Wooyeal Paik?'),
      bot: { shows: ['Wooyeal Paik is an associate professor'] },
      why: 'Asked, and thought better of.',
    },
    {
      who: 'ada',
      does: { kind: 'edits', edits: 'typo', to: '@bot Who is Shi Yinhong?' },
      bot: { shows: ['Shi Yinhong is professor of international relations'], instead: 'typo' },
      why: 'The same message is answered again: no second one.',
    },
    {
      who: 'ada',
      does: { kind: 'edits', edits: 'typo', to: '@bot Who is Shi Yinhong? thanks!' },
      bot: { shows: ['Shi Yinhong is professor'], instead: 'typo' },
      why: 'She only adds her thanks; the answer stays.',
    },
    {
      who: 'ada',
      does: { kind: 'deletes', deletes: 'typo' },
      bot: { takesAway: 'typo' },
      why: 'A deleted question takes its answer along.',
    },
    {
      as: 'missiles',
      who: 'cem',
      does: says('@bot what did kim call the permission to use the missiles'),
      bot: { shows: ['direct military intervention'] },
      why: 'No question mark, no capitals: a question.',
    },
    {
      who: 'bob',
      does: says('strong words', { replyTo: { answer: 'missiles' }, quietly: true }),
      bot: 'nothing',
      why: 'He talks about it to the others.',
    },
    {
      who: 'cem',
      does: { kind: 'deletes', deletes: 'missiles' },
      bot: { shows: ['The question was deleted, and the answer with it.'], instead: 'missiles' },
      why: 'Others have replied, so a line stays in its place.',
    },
  ],
};

export const THREADS: Act = {
  name: 'VI. A thread, and the bot after a restart',
  turns: [
    {
      as: 'thread',
      who: 'dee',
      does: uses('/ask', { question: 'What dilemma does China face?', thread: true }),
      bot: { shows: ['China'], thread: true },
      why: 'For a longer exchange.',
    },
    {
      who: 'ada',
      does: says('@bot Why might China be in a bind?', { in: 'What dilemma does China face?' }),
      bot: { shows: ['might put China in a bind'] },
      why: 'A mention counts there as anywhere.',
    },
    {
      who: 'bob',
      does: says('what did Xi Jinping say?', { in: 'What dilemma does China face?' }),
      bot: 'nothing',
      why: 'Without Message Content Discord does not show it what he writes.',
    },
    {
      who: 'eve',
      does: { kind: 'scene', scene: 'the bot restarts with MESSAGE_CONTENT=1' },
      bot: 'nothing',
      why: 'She switches it on.',
    },
    {
      who: 'bob',
      does: says('what did Xi Jinping say China does not allow?', { in: 'What dilemma does China face?' }),
      bot: { shows: ['conflict and turmoil'] },
      why: 'In a thread that it opened a question needs no mention.',
    },
    {
      who: 'cem',
      does: says('i doubt it', { in: 'What dilemma does China face?' }),
      bot: 'nothing',
      why: 'And talk gets no answer.',
    },
    {
      who: 'dee',
      does: says('@bob what do you make of it?', { in: 'What dilemma does China face?' }),
      bot: 'nothing',
      why: 'She asks bob.',
    },
    {
      who: 'dee',
      does: says('@role When was the partnership treaty signed?'),
      bot: { shows: ['June 2024'] },
      why: 'Now what is said to its role can be read.',
    },
    {
      who: 'bob',
      does: says('and when was that?', { replyTo: { answer: 'treaty' }, quietly: true }),
      bot: { shows: ['June 2024'] },
      why: 'A reply without a ping that asks.',
    },
    {
      who: 'cem',
      does: says('told you so', { replyTo: { answer: 'treaty' }, quietly: true }),
      bot: 'nothing',
      why: 'One that does not.',
    },
    {
      who: 'ada',
      does: presses('Follow up', 'pledge'),
      bot: { opensForm: ['What did the United States, South Korea and Japan pledge?'] },
      why: 'What was asked before the restart is remembered.',
    },
    {
      who: 'ada',
      does: { kind: 'scene', scene: 'every thread is locked' },
      bot: 'nothing',
      why: 'A moderator ends it.',
    },
    {
      who: 'cem',
      does: says('@bot Who is Stephen Nagy?', { in: 'What dilemma does China face?' }),
      bot: { shows: ['is locked, so I cannot answer there'], aside: true },
      why: 'It cannot answer there and says so, to him.',
    },
    {
      who: 'cem',
      does: says('@bot Who is Stephen Nagy??', { in: 'What dilemma does China face?' }),
      bot: { reacts: '🚫' },
      why: 'Once is enough; then a sign.',
    },
  ],
};
