/** What is said about a question and its answer, whatever surface it is said on. */
export const conversation = {
  contextForgotten:
    'I no longer remember the answer before this one, so I took this as a question of its own.',
  emptyMessage: 'That message has no text that I could look for.',
  exchangeForgotten:
    'I no longer remember that answer: I keep them for a while only. Ask the same again to get a fresh one.',
  failed: 'Something went wrong on my side and I have no answer for you. Please ask again.',
  gone: 'That passage is no longer in the article: it has been changed since. What was quoted then still stands in the message above.',
  noArticle: 'There is no article to ask yet. Whoever runs me has to add one.',
  questionTooLong:
    'That question has {{length}} characters; I take at most {{most}}. Please ask a shorter one.',
  queueFull: 'Too many questions are waiting just now. Please ask again in a minute.',
  restarting: 'I am being restarted. Please ask again in a minute.',
  stopped: 'I was stopped before I could finish this. Please ask again in a minute.',
  wait_one: 'That was quick. I take your next question in {{count}} second.',
  wait_other: 'That was quick. I take your next question in {{count}} seconds.',
} as const;
