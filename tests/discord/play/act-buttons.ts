import { opens, presses, says, uses } from './turns.ts';
import type { Act } from './turns.ts';

/** What can be done with an answer. */
export const BUTTONS: Act = {
  name: 'III. Under an answer',
  turns: [
    {
      as: 'pledge',
      who: 'ada',
      does: uses('/ask', { question: 'What did the United States, South Korea and Japan pledge?' }),
      bot: { shows: ['pledged in November 2024 to strengthen their defence capabilities'], quotations: 1 },
      why: 'The same by a command.',
    },
    {
      as: 'in context',
      who: 'bob',
      does: presses('In context', 'pledge'),
      bot: { shows: ['a digest', '¶ 16', 'pledged in November 2024', 'Paragraph 16 of'], privately: true },
      why: 'The paragraph with its neighbours, for him who wants to read on.',
    },
    {
      who: 'bob',
      does: presses('¶ 17 ▸', 'in context'),
      bot: { shows: ['¶ 17', 'preparations for a war'], privately: true },
      why: 'A page further: his own message changes.',
    },
    {
      as: 'why',
      who: 'bob',
      does: presses('Why this?', 'pledge'),
      bot: { shows: ['pledge'], never: ['score', '0.'], privately: true },
      why: 'Plain words and no numbers.',
    },
    {
      who: 'bob',
      does: presses('Details', 'why'),
      bot: { shows: ['score is 0.'] },
      why: 'The numbers are for who asks for them.',
    },
    {
      as: 'citation',
      who: 'dee',
      does: presses('Cite', 'pledge'),
      bot: { shows: ['“North Korea, Russia and China', '¶ 16'], privately: true },
      why: 'A ready line, in private.',
    },
    {
      who: 'dee',
      does: presses('BibTeX', 'citation'),
      bot: { shows: ['@online{', 'urldate'] },
      why: 'In the style that she needs.',
    },
    {
      as: 'form',
      who: 'cem',
      does: presses('Follow up', 'pledge'),
      bot: { opensForm: ['What did the United States, South Korea and Japan pledge?'] },
      why: 'Who follows up sees what was asked.',
    },
    {
      as: 'reaction',
      who: 'cem',
      does: { kind: 'submits', submits: 'how did Kim react to that?', form: 'form' },
      bot: { shows: ['how did Kim react to that?', 'urging', 'Follow-up to: What did the United States'] },
      why: 'Answered for everybody, like the question before.',
    },
    {
      who: 'dee',
      does: presses('Follow up', 'reaction'),
      bot: { opensForm: ['What did the United States', 'how did Kim react to that?'] },
      why: 'The form keeps the thread of the questions.',
    },
    {
      who: 'bob',
      does: presses('Delete', 'reaction'),
      bot: { shows: ['Only who asked for it, or who manages messages here'], privately: true },
      why: 'It is cem’s answer.',
    },
    {
      who: 'eve',
      does: presses('Delete', 'reaction'),
      bot: { takesAway: 'reaction' },
      why: 'She manages messages here.',
    },
    {
      as: 'private answer',
      who: 'dee',
      does: uses('/ask', {
        question: 'Which weapons did North Korea supply before the troops?',
        private: true,
      }),
      bot: { shows: ['artillery and conventional weapons'], privately: true },
      why: 'Some would rather ask alone.',
    },
    {
      as: 'shared',
      who: 'dee',
      does: { kind: 'presses', presses: 'Share', under: 'private answer', twice: true },
      bot: {
        shows: ['Shared with this channel.', 'artillery'],
        shares: ['artillery', 'Shared by dee'],
        privately: true,
      },
      why: 'And then show it after all, under their name; she presses twice, and it is posted once.',
    },
    {
      who: 'bob',
      does: says('@bot Who is Stephen Nagy?'),
      bot: { shows: ['Stephen Nagy is a professor at International Christian University'] },
      why: 'Life goes on.',
    },
  ],
};

/** Looking things up, and checking what others quote. */
export const READING: Act = {
  name: 'IV. Reading',
  turns: [
    {
      as: 'lookup',
      who: 'ada',
      does: uses('/lookup', { term: 'Kursk' }),
      bot: { shows: ['Kursk', '1', '¶ 7', '2', '¶ 8'] },
      why: 'Passages in reading order, as an index has them.',
    },
    {
      who: 'ada',
      does: { kind: 'picks', picks: 1, under: 'lookup' },
      bot: { shows: ['¶ 7', 'Paragraph 7 of'], privately: true },
      why: 'One of them in full.',
    },
    {
      who: 'ada',
      does: uses('/lookup', { term: '  ' }),
      bot: { shows: ['Which word?'], privately: true },
      why: 'Nothing was named: said to her alone.',
    },
    {
      who: 'bob',
      does: { kind: 'types', types: 'belou', into: 'term', of: '/lookup' },
      bot: { offers: ['Belousov', 'Andrey Belousov'] },
      why: 'Names complete themselves.',
    },
    {
      who: 'bob',
      does: uses('/lookup', { term: 'herring', private: true }),
      bot: { shows: ['Nothing about “herring”'], privately: true },
      why: 'There is none.',
    },
    {
      who: 'cem',
      does: says('@bot summarise the articles pls'),
      bot: { shows: ['I write nothing myself'] },
      why: 'A summary would be the bot’s own words.',
    },
    {
      as: 'outline',
      who: 'cem',
      does: uses('/outline', { article: 'digest' }),
      bot: { shows: ['The visit · ¶ 1–5', 'The troops · ¶ 6–8', 'What is not known'] },
      why: 'This is what it can show instead.',
    },
    {
      who: 'dee',
      does: { kind: 'types', types: 'the harb', into: 'article', of: '/outline' },
      bot: { offers: ['The harbour of Saltmere · Ruth Calder', 'The harbour of Saltmere · Edda Moor'] },
      why: 'Two articles have one title; who wrote them tells them apart.',
    },
    {
      who: 'dee',
      does: uses('/paragraph', { number: 1, article: 'The harbour of Saltmere' }),
      bot: { shows: ['Which article?', 'Ruth Calder', 'Edda Moor'], privately: true },
      why: 'Typed without choosing: she is asked, and nothing is guessed.',
    },
    {
      who: 'dee',
      does: uses('/ask', { question: 'When was the harbour of Saltmere dredged?', article: 'harbour-moor' }),
      bot: { shows: ['dredged in 1911', 'The harbour of Saltmere · Edda Moor'] },
      why: 'Chosen, the one is asked, and named in the source.',
    },
    {
      who: 'ada',
      does: uses('/sources'),
      bot: {
        shows: ['The 3 articles that I quote from', 'Open the article', 'Saltmere_%28harbour%29'],
        privately: true,
      },
      why: 'What there is; a parenthesis in an address does not break its link.',
    },
    {
      who: 'ada',
      does: uses('/help'),
      bot: {
        shows: ['I answer with quotations', '/ask', '/lookup', '/quote'],
        buttons: ['Invite me', 'Source code'],
        privately: true,
      },
      why: 'One screen of a phone.',
    },
    {
      as: 'quoted wrongly',
      who: 'bob',
      does: says('“North Korea has sent Russia more than 100,000 troops” – told you!'),
      bot: 'nothing',
      why: 'Not said to the bot.',
    },
    {
      who: 'eve',
      does: opens('Check this quote', { said: 'quoted wrongly' }),
      bot: { shows: ['Altered', '10,000'], privately: true },
      why: 'A changed digit is a changed quotation.',
    },
    {
      who: 'eve',
      does: uses('/quote', {
        text: 'Tensions on the Korean peninsula are at their "most dangerous" point in over 70 years',
      }),
      bot: { shows: ['Exact', '¶ 18'] },
      why: 'Word for word, with its place.',
    },
    {
      who: 'eve',
      does: uses('/quote', { text: 'All quiet on the western front, the minister said' }),
      bot: { shows: ['Not in the articles'] },
      why: 'Not in there.',
    },
  ],
};
