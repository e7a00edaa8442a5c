import type { Translated } from '../word-keys.ts';

export const privacy: Translated<'privacy'> = {
  title: 'O que eu guardo',
  questions:
    '**Perguntas**, quem as fez e onde, e quais trechos foram citados: {{days}}, para continuar a conversa, compartilhar e *Por que isto?*. Só quem perguntou e quem me administra podem voltar a elas.',
  votes:
    '**👍 e 👎**: sob um pseudônimo, enquanto a pergunta for guardada, para medir a qualidade das respostas.',
  gaps: '**Perguntas sem boa resposta**, onde o servidor quiser: {{days}}, para quem o gerencia. Não aparecem nomes, e o texto só aparece quando três pessoas perguntaram a mesma coisa, a menos que o servidor permita mais.',
  practice:
    '**O que você estuda, suas respostas em quizzes e suas notas**: para você, até que apague. **O que você leu** com outros: para a contagem, 30 dias depois da última parte. O pedido de ser avisado de uma resposta: até o aviso.',
  settings: '**Mudanças de configuração e de artigos**: quem as fez e quando, para quem gerencia o servidor.',
  where:
    '**Onde**: no banco de dados de quem me administra, e em nenhum outro lugar. Meu registro não contém perguntas.',
  server: '**Um servidor que me remove**: o que guardo dele fica mais {{days}} e depois é apagado.',
  yours: '**O que é seu**: os botões mostram só a você e apagam, em todos os servidores e mensagens diretas.',
  days_one: '{{count}} dia',
  days_many: '{{count}} de dias',
  days_other: '{{count}} dias',
  showButton: 'Ver meus dados',
  deleteButton: 'Apagar meus dados',
  serverButton: 'Apagar os deste servidor',
  shown: 'Isto é tudo o que guardo sobre você, em todos os servidores.',
  confirmMine: 'Apagar tudo o que guardo sobre você, em todos os servidores? Não dá para recuperar.',
  confirmServer:
    'Apagar tudo o que guardo deste servidor: perguntas, votos, configurações e os artigos que ele adicionou? Não dá para recuperar.',
  yesButton: 'Apagar',
  noButton: 'Manter',
  done: 'Pronto: não resta nada sobre você.',
  serverDone: 'Pronto: não resta nada deste servidor, e as configurações voltaram às padrão.',
  kept: 'Nada foi apagado.',
  unreadable: 'Não consigo ler agora o que guardo. Tente de novo mais tarde.',
  notDeleted: 'Não consegui apagar tudo agora. Tente de novo: o que já foi apagado não volta.',
};
