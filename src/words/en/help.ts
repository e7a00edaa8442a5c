/** What the bot does and how to ask, and the form for a follow-up. */
export const help = {
  title: 'I answer with quotations',
  shows: 'What I show stands word for word in {{articles}}. When it does not say, I say so.',
  articles: '{{number}} articles',
  tryAsking: 'Try asking',
  ask: '**Ask**: `/ask`, mention me, write to me, or reply to an answer with its ping on.',
  askAnywhere:
    '**Ask**: `/ask`, mention me, write to me, or reply to an answer; in a thread that I opened just ask.',
  lookUp: '**Look up**: `/lookup`, `/outline`, `/paragraph`, `/sources`.',
  check:
    '**Check**: `/quote`. On any message, under Apps: *Find a source*, *Ask about this*, *Check this quote*.',
  practise:
    '**Practise**: `/quiz start`, `/read start`, `/study start`, `/notes`. **What is kept of you**: `/privacy`.',
  inviteButton: 'Invite me',
  sourceButton: 'Source code',
  followUpFormTitle: 'Follow up',
  followUpSoFar: 'So far:',
  followUpLabel: 'And now?',
  followUpHint: 'A short question will do: “and when was that?”',
} as const;
