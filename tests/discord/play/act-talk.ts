import { opens, presses, says } from './turns.ts';
import type { Act } from './turns.ts';

/** Who is spoken to, and what is no question. */
export const TALK: Act = {
  name: 'I. A bot among people',
  turns: [
    {
      who: 'ada',
      does: says('@bot hello!'),
      bot: { reacts: '👋' },
      why: 'A greeting is no question; one sign says that it was heard.',
    },
    {
      who: 'bob',
      does: says('hi @ada, does anybody know how many troops they sent?'),
      bot: 'nothing',
      why: 'He asks the people, not the bot.',
    },
    {
      as: 'troops',
      who: 'ada',
      does: says('@bot How many troops did North Korea send to Russia?'),
      bot: {
        shows: ['How many troops', 'The article says:', 'more than 10,000 troops', 'a digest', '¶'],
        quotations: 1,
      },
      why: 'A mention that asks: one quotation, because it is sure, and its source below it.',
    },
    {
      who: 'bob',
      does: says('wow', { replyTo: { answer: 'troops' } }),
      bot: 'nothing',
      why: 'Said to the answer, and nothing asked.',
    },
    {
      who: 'cem',
      does: says('that is a lot of people', { replyTo: { answer: 'troops' }, quietly: true }),
      bot: 'nothing',
      why: 'A remark without a ping is between people.',
    },
    {
      as: 'thanks',
      who: 'bob',
      does: says('thanks!!', { replyTo: { answer: 'troops' } }),
      bot: { reacts: '👍' },
      why: 'Thanks get a sign and no message.',
    },
    {
      who: 'bob',
      does: says('@bot good bot'),
      bot: 'nothing',
      why: 'A second sign to the same person a moment later would be noise.',
    },
    {
      who: 'cem',
      does: says('@bot 😂😂'),
      bot: 'nothing',
      why: 'A lone emoji asks nothing.',
    },
    {
      who: 'dee',
      does: says('@bot', { sticker: true }),
      bot: 'nothing',
      why: 'Nor does a sticker.',
    },
    {
      who: 'dee',
      does: says('@bot'),
      bot: { shows: ['Ask me something in the same message', '/help'] },
      why: 'A bare mention by somebody new: they get to know how to ask.',
    },
    {
      who: 'dee',
      does: says('@bot'),
      bot: 'nothing',
      why: 'They have been told a moment ago.',
    },
    {
      as: 'claim',
      who: 'cem',
      does: says('@bot The treaty was signed in Moscow.'),
      bot: { shows: ['I answer questions', 'Find a source'] },
      why: 'A statement is not tested unasked; the way to its sources is named, once.',
    },
    {
      as: 'sources of the claim',
      who: 'cem',
      does: opens('Find a source', { said: 'claim' }),
      bot: {
        shows: ['The treaty was signed in Moscow', 'nearest passages', 'in Pyongyang in June 2024'],
        privately: true,
      },
      why: 'He takes the way: what comes near is shown to him alone, and judged by him.',
    },
    {
      who: 'dee',
      does: says('@role who signed the treaty?'),
      bot: { shows: ['Discord shows me no text where only my role is mentioned'] },
      why: 'The role is the bot’s own, so it is spoken to; without Message Content it cannot read what was asked.',
    },
    {
      who: 'eve',
      does: says('@dee I think it wants a name, not a role?'),
      bot: 'nothing',
      why: 'A question to somebody else.',
    },
    {
      as: 'bob on soldiers',
      who: 'bob',
      does: says('guys, how many troops did North Korea send?'),
      bot: 'nothing',
      why: 'He asks those who are there.',
    },
    {
      who: 'dee',
      does: says('@bot', { replyTo: { said: 'bob on soldiers' } }),
      bot: { shows: ['Discord does not show me that message', 'Ask about this'] },
      why: 'A bare mention under a message asks about that message; without Message Content it comes empty.',
    },
    {
      who: 'dee',
      does: opens('Ask about this', { said: 'bob on soldiers' }),
      bot: { shows: ['guys, how many troops', '10,000 troops'] },
      why: 'The menu delivers it.',
    },
    {
      as: 'in private',
      who: 'dee',
      does: says('whats kursk', { in: 'a direct message' }),
      bot: { shows: ['Kursk, a region in the west of Russia'] },
      why: 'In a direct message everything is said to the bot, with typing as it is.',
    },
    {
      who: 'dee',
      does: says('ok cool thx', { in: 'a direct message' }),
      bot: { reacts: '👍' },
      why: 'No abstention about ‘ok cool thx’.',
    },
  ],
};

/** What goes on from an answer. */
export const FOLLOW_UPS: Act = {
  name: 'II. One question after another',
  turns: [
    {
      as: 'treaty',
      who: 'ada',
      does: says('@bot Where was the partnership treaty signed?'),
      bot: { shows: ['The article says:', 'in Pyongyang in June 2024'], quotations: 1 },
      why: 'The beginning of a conversation.',
    },
    {
      as: 'when',
      who: 'bob',
      does: says('and when was that?', { replyTo: { answer: 'treaty' } }),
      bot: {
        shows: ['June 2024', 'Follow-up to: Where was the partnership treaty signed?'],
        never: ['The article says:'],
      },
      why: 'No word of his own to find it by, but a date is what a *when* wants: perhaps, and never for sure.',
    },
    {
      who: 'dee',
      does: says('who signed it?', { replyTo: { answer: 'when' } }),
      bot: { shows: ['Kim Jong-un and Vladimir Putin'] },
      why: '‘It’ is the treaty of two questions before.',
    },
    {
      as: 'hat',
      who: 'cem',
      does: says('did he wear a hat there?', { replyTo: { answer: 'treaty' } }),
      bot: {
        shows: ['The articles do not say.'],
        quotations: 0,
        buttons: ['Nearest passages', 'Why no answer?', 'Delete'],
      },
      why: 'A follow-up may be silent: one line, and what comes nearest behind a button.',
    },
    {
      who: 'cem',
      does: says('lol ok', { replyTo: { answer: 'hat' } }),
      bot: 'nothing',
      why: 'The question before is no reason to quote anything.',
    },
    {
      who: 'eve',
      does: says('do you believe that?', { replyTo: { said: 'when' } }),
      bot: 'nothing',
      why: 'A reply to bob is for bob.',
    },
    {
      who: 'bob',
      does: says('and what do they eat?', { replyTo: { answer: 'troops' } }),
      bot: { shows: ['The articles do not say.'] },
      why: 'The soldiers are known, their food is not.',
    },
    {
      who: 'cem',
      does: presses('Nearest passages', 'hat'),
      bot: { shows: ['Closest, not an answer:'], privately: true },
      why: 'For who wants to look, and for nobody else.',
    },
    {
      as: 'why no hat',
      who: 'cem',
      does: presses('Why no answer?', 'hat'),
      bot: { shows: ['hat'], privately: true },
      why: 'In plain words.',
    },
  ],
};
