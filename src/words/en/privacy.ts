/** What is kept of people and servers, and how they delete it. */
export const privacy = {
  title: 'What I keep',
  questions:
    '**Questions**, who asked them and where, and which passages were quoted: {{days}}, for follow-ups, sharing and *Why this?*. Only who asked, and whoever runs me, can come back to them.',
  votes:
    '**👍 and 👎**: under a pseudonym, as long as the question is kept, so that whoever runs me can measure how good the answers are.',
  gaps: '**Questions without a good answer**, where the server wants it: {{days}}, for those who manage it. They see no names, and the wording only of what three people asked, unless the server allows more.',
  practice:
    '**What you practise, quiz answers and notes**: for you, until you delete them. **What you have read** with others: for the count, 30 days after its last part. That you want to be told of an answer: until you are.',
  settings: '**Changes of settings and articles**: who made them and when, for those who manage the server.',
  where: '**Where**: in the database of whoever runs me, and nowhere else. My log holds no questions.',
  server: '**A server that removes me**: what is kept of it goes after {{days}}.',
  yours:
    '**What is yours**: the buttons show it to you alone and delete it, over all servers and direct messages.',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  showButton: 'Show mine',
  deleteButton: 'Delete mine',
  serverButton: 'Delete this server’s data',
  shown: 'This is all that I keep of you, over all servers.',
  confirmMine: 'Delete all that I keep of you, over all servers? Nothing brings it back.',
  confirmServer:
    'Delete all that I keep of this server: its questions, votes and settings, and the articles that it has added? Nothing brings it back.',
  yesButton: 'Delete it',
  noButton: 'Keep it',
  done: 'Done: nothing of you is left.',
  serverDone: 'Done: nothing of this server is left, and its settings are the usual ones again.',
  kept: 'Nothing was deleted.',
  unreadable: 'I cannot read what I keep just now. Please try again later.',
  notDeleted: 'I could not delete all of it just now. Please try again: what is gone stays gone.',
} as const;
