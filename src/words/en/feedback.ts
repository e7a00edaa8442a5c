/** Whether an answer was any good, as its readers say. */
export const feedback = {
  upButton: '👍 Good',
  downButton: '👎 Bad',
  up: 'Noted: a good answer. Press it again to take that back.',
  down: 'Noted. What is wrong with it? You need not say.',
  reasonMenu: 'What is wrong with it?',
  wrongPassage: 'Wrong passage',
  wrongPassageMeans: 'Another passage answers the question',
  notAnAnswer: 'Not an answer',
  notAnAnswerMeans: 'It is about the matter but does not answer',
  shouldHaveRefused: 'Should have refused',
  shouldHaveRefusedMeans: 'The articles do not say it',
  backButton: 'Take it back',
  reasonKept: 'Thank you, that is noted.',
  withdrawn: 'Taken back: your vote is gone.',
  failed: 'I could not keep that just now. Please try again later.',
} as const;
