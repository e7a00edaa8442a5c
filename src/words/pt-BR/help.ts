import type { Translated } from '../word-keys.ts';

export const help: Translated<'help'> = {
  title: 'Eu respondo com citações',
  shows: 'O que eu mostro está palavra por palavra em {{articles}}. Se algo não está lá, eu aviso.',
  articles: '{{number}} artigos',
  tryAsking: 'Experimente perguntar',
  ask: '**Perguntar**: `/perguntar`, me mencione, me escreva ou responda a uma resposta com o ping ativado.',
  askAnywhere:
    '**Perguntar**: `/perguntar`, me mencione, me escreva ou responda a uma resposta; num tópico que eu abri, é só perguntar.',
  lookUp: '**Buscar**: `/buscar`, `/sumário`, `/parágrafo`, `/fontes`.',
  check:
    '**Verificar**: `/citação`. Em qualquer mensagem, em Apps: *Encontrar uma fonte*, *Perguntar sobre isto*, *Verificar a citação*.',
  practise:
    '**Praticar**: `/quiz começar`, `/ler começar`, `/estudar começar`, `/notas`. **O que é guardado de você**: `/privacidade`.',
  inviteButton: 'Me convide',
  sourceButton: 'Código-fonte',
  followUpFormTitle: 'Perguntar mais',
  followUpSoFar: 'Até aqui:',
  followUpLabel: 'E agora?',
  followUpHint: 'Uma pergunta curta basta: “e quando foi isso?”',
};
