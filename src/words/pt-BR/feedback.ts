import type { Translated } from '../word-keys.ts';

export const feedback: Translated<'feedback'> = {
  upButton: '👍 Boa',
  downButton: '👎 Ruim',
  up: 'Anotado: uma boa resposta. Pressione de novo para desfazer.',
  down: 'Anotado. O que há de errado? Você não precisa dizer.',
  reasonMenu: 'O que há de errado?',
  wrongPassage: 'Trecho errado',
  wrongPassageMeans: 'Outro trecho responde à pergunta',
  notAnAnswer: 'Não é uma resposta',
  notAnAnswerMeans: 'É sobre o assunto, mas não responde',
  shouldHaveRefused: 'Devia ter recusado',
  shouldHaveRefusedMeans: 'Os artigos não dizem isso',
  backButton: 'Retirar meu voto',
  reasonKept: 'Obrigado, está anotado.',
  withdrawn: 'Retirado: seu voto não existe mais.',
  failed: 'Não consegui guardar isso agora. Tente de novo mais tarde.',
};
