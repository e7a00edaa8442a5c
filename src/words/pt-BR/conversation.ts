import type { Translated } from '../word-keys.ts';

export const conversation: Translated<'conversation'> = {
  contextForgotten: 'Não me lembro mais da resposta anterior, então tratei isto como uma pergunta à parte.',
  emptyMessage: 'Essa mensagem não tem texto que eu possa procurar.',
  exchangeForgotten:
    'Não me lembro mais dessa resposta: só as guardo por um tempo. Pergunte a mesma coisa de novo para receber uma nova.',
  failed: 'Algo deu errado do meu lado e não tenho uma resposta para você. Pergunte de novo.',
  gone: 'Esse trecho não está mais no artigo, que foi alterado depois. O que foi citado continua na mensagem acima.',
  noArticle: 'Ainda não há nenhum artigo para consultar. Quem me opera precisa adicionar um.',
  questionTooLong: 'Essa pergunta tem {{length}} caracteres; aceito no máximo {{most}}. Faça uma mais curta.',
  queueFull: 'Há perguntas demais na fila agora. Pergunte de novo daqui a um minuto.',
  restarting: 'Estou sendo reiniciado. Pergunte de novo daqui a um minuto.',
  stopped: 'Fui interrompido antes de terminar. Pergunte de novo daqui a um minuto.',
  wait_one: 'Que rapidez! Aceito sua próxima pergunta em {{count}} segundo.',
  wait_many: 'Que rapidez! Aceito sua próxima pergunta em {{count}} de segundos.',
  wait_other: 'Que rapidez! Aceito sua próxima pergunta em {{count}} segundos.',
};
