/** What only Discord has: buttons of others, mentions, permissions. `{{bot}}` is a mention of the bot and a space, or nothing. */
export const discord = {
  anotherVersion:
    'That button is from another version of me, or its message was changed. Ask again to get a fresh one.',
  emptyMention:
    'Ask me something in the same message, for example: **{{bot}}who signed the treaty?** `/help` shows the rest.',
  hiddenMessage:
    'Discord does not show me that message. Open its menu, then Apps, then *Ask about this*, or repeat the question to me.',
  roleMention:
    'Discord shows me no text where only my role is mentioned. Mention me myself: **{{bot}}who signed the treaty?**',
  statement:
    'I answer questions. To see which passages come near to what somebody says, open the menu of the message, then Apps, then *Find a source*.',
  questionDeleted: 'The question was deleted, and the answer with it.',
  notYours: 'Only who asked privately can open this. Ask the same with `/ask` to get your own.',
  notYoursToDelete: 'Only who asked for it, or who manages messages here, can delete this.',
  sharedAlready: 'This has been shared already.',
  shareRefused: 'I could not share this: Discord did not let me post here.',
  shareUnsure: 'Discord did not say whether this was shared. Look at the channel before you share it again.',
  unknownArticle: 'That article is not there any more. `/sources` lists those that I have.',
  unknownCommand: 'I do not know that command. `/help` shows those that I do.',
  moreThanFits: 'There is more than fits here.',
  doesNotFit: 'The answer does not fit here.',
  missingPermissions:
    "I may not answer in {{channel}}: there I lack {{permissions}}. Somebody who manages the server can give me that in the channel's settings. Until then, ask me here or privately with `/ask`.",
  closedChannel: 'I answer in this channel only in private: that is how this server has it.',
  closedToMessages:
    'In that channel I do not answer messages: that is how its server has it. `/ask` answers you there in private.',
  lockedThread: '{{channel}} is locked, so I cannot answer there. Ask me here, or in a channel that is open.',
  privateInstead: 'I may not post in this channel (I lack {{permissions}}), so only you see this.',
  noThread: "I cannot open a thread here. In a server's channel I need {{permission}} for that.",
  viewChannel: 'View Channel',
  sendMessages: 'Send Messages',
  sendMessagesInThreads: 'Send Messages in Threads',
  embedLinks: 'Embed Links',
  readMessageHistory: 'Read Message History',
  createPublicThreads: 'Create Public Threads',
} as const;
