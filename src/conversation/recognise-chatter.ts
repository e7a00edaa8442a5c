/** What people say to each other, and to a bot, without asking anything. */
export type Chatter = 'thanks' | 'greeting' | 'laughter' | 'assent' | 'wordless';

/**
 * Whole phrases, in small letters and without punctuation. A message is chatter when it consists of nothing else, so
 * that 'ok who signed it?' is none: 'who signed it' is no such phrase.
 */
const PHRASES: Readonly<Record<Exclude<Chatter, 'wordless'>, readonly string[]>> = {
  thanks: [
    '(?:many |much )?thanks(?: a (?:lot|bunch|million|ton))?(?: so much| very much| again| anyway)?',
    'thank (?:you|u|ya)(?: (?:so|very) much| again| kindly)?|thankyou|thx|tx|tnx|tysm|tyvm|ty|cheers|ta',
    '(?:thanks|thank you|thx|ty) for (?:the|your|that|this|all|all the|all your)?(?: (?:quick|great|good|nice))? ?(?:help|answers?|info|information|reply|response|quotes?|links?|sources?|explanation|update)?',
    '(?:much )?appreciated|i appreciate (?:it|that)|appreciate it|danke(?: schön)?|merci|gracias|grazie|obrigado|bedankt',
    '(?:very |really |so )?(?:good|great|nice|best|smart|clever|cool|lovely|bad|stupid|silly) bot|i love (?:this|that|it|you|this bot)|love (?:this|that|it|you)',
    '(?:well done|good job|great job|nice job|nice work|good work|good one|nice one|good to know|(?:that )?helps(?: a lot)?)',
    '(?:very |really |so |super |pretty )?(?:nice|great|awesome|amazing|cool|sweet|perfect|excellent|brilliant|impressive|neat|lovely|helpful|wonderful|fantastic|interesting|good)',
    '(?:you are|youre|ur) (?:the best|great|awesome|amazing|very helpful|so helpful)',
  ],
  greeting: [
    'hi|hello|hey|heya|hiya|yo|sup|howdy|greetings|hallo|hola|bonjour|salut|ciao|servus',
    'good (?:morning|evening|afternoon|night|day)|morning|gm|gn|evening|nighty night',
    'how are (?:you|u|ya)(?: doing)?(?: today)?|hows it going|how is it going|how do you do|whats up|what is up|wassup|whats new',
    'bye(?: bye)?|goodbye|good bye|see (?:you|ya)(?: later| soon| tomorrow)?|cya|take care|nice to (?:meet|see) you|welcome(?: back)?',
  ],
  laughter: [
    '(?:a?ha){2,}h?|ha|(?:he){2,}|(?:hi){2,}|(?:ja){2,}|(?:lo)+l(?:z|ol)*|lmf?ao|rofl|xd+|kek(?:w)?|lul|lel|gg|rip|bruh|omg|omfg|wtf|wow|whoa|woah|damn|dang|oof|yikes|yay|ouch|nooo*',
    '(?:thats|that is|this is|its|it is|so|how) (?:so |really |pretty |very |just )?(?:great|nice|cool|awesome|amazing|crazy|wild|insane|sad|funny|hilarious|good|bad|terrible|weird|true|fair|right|wrong|helpful|perfect|interesting|it|all)',
    'no way|oh (?:no|my|god|my god)|what a (?:mess|day|time|story)',
  ],
  assent: [
    'ok(?:ay|ey|i|ie)?|kk?|sure(?: thing)?|all ?right|alr|right|got it|gotcha|i (?:see|know|get it|agree)|makes sense|understood|fair(?: enough| point)?|true|indeed|exactly|agreed|same(?: here)?|good point|of course|absolutely|definitely|totally',
    'yes|yeah|yep|yup|yea|ya|aye|no|nope|nah|never ?mind|nvm|np|no (?:problem|worries|thanks|thank you|idea)|(?:you are|youre|ur) (?:welcome|right|wrong)|my bad|sorry|oops|idk|i (?:do not|dont) know|not sure|maybe|perhaps',
    'h+m+|m+h*m+|a+h+|o+h+|aha|u+h+|u+m+|e+r+|well|anyway|brb|afk|lgtm|\\+1',
  ],
};

/** Whom it is said to; says nothing itself. */
const ADDRESSEES =
  'there|everyone|everybody|all|guys|folks|friends?|mate|man|bro|dude|buddy|bot|team|chat|people';
/** What joins two such phrases; in a question it may be the question: 'ok and then?'. */
const JOINERS = 'and|so|then|again|now|today|really|very|much|just|but|that|for|too|lol|pls|please';

const KINDS = ['greeting', 'thanks', 'laughter', 'assent'] as const;
const anyOf = (kinds: readonly (keyof typeof PHRASES)[]) => kinds.flatMap((kind) => PHRASES[kind]).join('|');
const ONLY_CHATTER = wholly(`${anyOf(KINDS)}|${ADDRESSEES}|${JOINERS}`);
/** With a question mark a lone 'Cheers?' may ask for the programme of that name. */
const ONLY_CHATTER_ASKED = wholly(`${anyOf(['greeting', 'laughter', 'assent'])}|${ADDRESSEES}`);
const BY_KIND = KINDS.map((kind) => [kind, new RegExp(`(?:^| )(?:${anyOf([kind])})(?= |$)`, 'u')] as const);

/** Undefined for whatever could be a question, a name to look up, or a statement. */
export function recogniseChatter(text: string): Chatter | undefined {
  const isAsked = /[?？]/u.test(text);
  const words = plainWords(text);
  if (words === '') return /[\p{L}\p{N}]/u.test(text) || !isAsked ? 'wordless' : undefined;
  const forms = [shorten(words, 1), shorten(words, 2)];
  const pattern = isAsked ? ONLY_CHATTER_ASKED : ONLY_CHATTER;
  const form = forms.find((candidate) => pattern.test(candidate));
  return form === undefined ? undefined : BY_KIND.find(([, phrases]) => phrases.test(form))?.[0];
}

/** Letters and digits alone: without emoji, Discord's own emoji, emoticons and punctuation. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<a?:\w+:\d+>|:[\w+-]+:/gu, ' ')
    .replace(/(?<=^|\s)(?:[:;=8][-'^]?[)(dpo3/|\\*]+|<3+|\^_*\^|¯\\_\(ツ\)_\/¯)(?=\s|$)/gu, ' ')
    .replace(/['’`]/gu, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}

/** 'Thaaaanks' and 'cooool': three or more of a letter stand for so many. */
function shorten(words: string, times: number): string {
  return words.replace(/(\p{L})\1{2,}/gu, (_run, letter: string) => letter.repeat(times));
}

function wholly(phrases: string): RegExp {
  return new RegExp(`^(?:(?:${phrases})(?: |$))+$`, 'u');
}
