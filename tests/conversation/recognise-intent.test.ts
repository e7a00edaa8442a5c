import { describe, expect, it } from 'vitest';
import { recogniseChatter } from '../../src/conversation/recognise-chatter.ts';
import { recogniseIntent } from '../../src/conversation/recognise-intent.ts';

const CHATTER = {
  thanks: [
    'thanks',
    'Thanks!',
    'thank you so much :)',
    'ty',
    'tysm!!',
    'thx bot',
    'Thaaaanks',
    'ok thanks',
    'Thanks a lot, mate!',
    'thanks for the quick answer',
    'cheers mate',
    'good bot',
    'Good bot 🤖',
    'nice one',
    'very helpful, thank you',
    'Wow, great!',
    'cooool',
    'that helps a lot',
    'i love this bot',
    'Merci!',
    'bad bot',
    'interesting',
  ],
  greeting: [
    'hi',
    'Hello!',
    'hey there',
    'good morning everyone',
    'hiiii',
    'how are you?',
    "what's up?",
    'bye',
    'hello?',
    'gn all',
  ],
  laughter: [
    'lol',
    'LOL',
    'loool',
    'hahaha',
    'haha that’s crazy',
    'lmao 😂',
    'xD',
    'omg',
    'no way!',
    'that is wild',
  ],
  assent: [
    'ok',
    'Okay.',
    'kk',
    'hm',
    'hmmm',
    'I see',
    'got it',
    'makes sense',
    'yes',
    'no',
    'nope',
    'fair enough',
    'ok?',
    'never mind',
    'oh ok',
    'np',
  ],
  wordless: [
    '👍',
    '😂😂😂',
    '<:pepe:123456789012345678>',
    '<a:dance:123456789012345678> <a:dance:123456789012345678>',
    ':)',
    '❤️',
    '🇰🇵🇷🇺',
    '!!!',
    '…',
    '',
  ],
};

const QUESTIONS = [
  'Kursk?',
  'ok who signed it?',
  'Ok, and when?',
  'ok and then?',
  'why?',
  'and where?',
  'how many',
  'who signed the treaty',
  'hi, who was the last keeper?',
  'thanks! and when was that?',
  'lol why?',
  'haha did he really say that?',
  'tell me about the treaty',
  'is it true that Kim met Belousov',
  'do you know who built the tower',
  'what is good about it?',
  'Nice?',
  'Cheers?',
  'sweet?',
  'no, I mean who signed it?',
  'explain the treaty',
  'please show me the paragraph about Kursk',
  '???',
  'in which year',
  'right, but how much?',
];

const KEYWORDS = [
  'Kursk',
  'partnership treaty',
  'Jonas Pell',
  'treaty date',
  'the last keeper',
  'troops sent to Russia',
  'nice weather in Kursk',
  'Good Bot Ltd',
  '10,000',
];

const STATEMENTS = [
  'The treaty was signed in Moscow.',
  'Kim has sent 10,000 troops to Russia',
  'I think Ruth did it',
  'you are wrong about the lamp',
  "that's not what I meant",
  "I don't believe that",
  'Jonas Pell was the last keeper.',
];

describe('chatter', () => {
  it.each(Object.entries(CHATTER).flatMap(([kind, texts]) => texts.map((text) => [text, kind])))(
    '%j is %s',
    (text, kind) => {
      expect(recogniseChatter(text)).toBe(kind);
    },
  );

  it.each([...QUESTIONS, ...KEYWORDS, ...STATEMENTS])('is not %j', (text) => {
    expect(recogniseChatter(text)).toBeUndefined();
  });
});

describe('what a message wants', () => {
  it.each(QUESTIONS)('an answer: %j', (text) => {
    expect(recogniseIntent(text)).toEqual({ kind: 'question' });
  });

  it.each(KEYWORDS)('an answer, perhaps: %j', (text) => {
    expect(recogniseIntent(text)).toEqual({ kind: 'keywords' });
  });

  it.each(STATEMENTS)('nothing, it says something: %j', (text) => {
    expect(recogniseIntent(text)).toEqual({ kind: 'statement' });
  });

  it('is told of any text in no time', () => {
    const long = `${'so and that ok '.repeat(1000)}!`;
    const started = performance.now();
    for (const text of [long, `${'ha'.repeat(2000)}?`, 'a '.repeat(2000), 'ok '.repeat(1300) + 'x'])
      recogniseIntent(text);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
