import type { Translated } from '../word-keys.ts';

export const discord: Translated<'discord'> = {
  anotherVersion:
    'Esse botão é de outra versão minha, ou a mensagem dele foi alterada. Pergunte de novo para receber um novo.',
  emptyMention:
    'Pergunte algo na mesma mensagem, por exemplo: **{{bot}}quem assinou o tratado?** `/ajuda` mostra o resto.',
  hiddenMessage:
    'O Discord não me mostra essa mensagem. Abra o menu dela, depois Apps, depois *Perguntar sobre isto*, ou repita a pergunta para mim.',
  roleMention:
    'O Discord não me mostra o texto quando só o meu cargo é mencionado. Mencione a mim: **{{bot}}quem assinou o tratado?**',
  statement:
    'Eu respondo perguntas. Para ver quais trechos se aproximam do que alguém diz, abra o menu da mensagem, depois Apps, depois *Encontrar uma fonte*.',
  questionDeleted: 'A pergunta foi excluída, e a resposta com ela.',
  notYours:
    'Só quem perguntou em particular pode abrir isto. Pergunte o mesmo com `/perguntar` para ter a sua própria resposta.',
  notYoursToDelete: 'Só quem pediu, ou quem gerencia as mensagens aqui, pode excluir isto.',
  sharedAlready: 'Isto já foi compartilhado.',
  shareRefused: 'Não consegui compartilhar isto: o Discord não me deixou escrever aqui.',
  shareUnsure: 'O Discord não disse se isto foi compartilhado. Olhe o canal antes de compartilhar de novo.',
  unknownArticle: 'Esse artigo não está mais aqui. `/fontes` mostra os que tenho.',
  unknownCommand: 'Não conheço esse comando. `/ajuda` mostra os que conheço.',
  moreThanFits: 'Há mais do que cabe aqui.',
  doesNotFit: 'A resposta não cabe aqui.',
  missingPermissions:
    'Não posso responder em {{channel}}: lá me falta {{permissions}}. Quem gerencia o servidor pode me dar isso nas configurações do canal. Até lá, pergunte aqui ou em particular com `/perguntar`.',
  closedChannel: 'Neste canal só respondo em particular: foi o que este servidor escolheu.',
  closedToMessages:
    'Naquele canal não respondo a mensagens: foi o que o servidor escolheu. `/perguntar` responde a você lá em particular.',
  lockedThread:
    '{{channel}} está trancado, então não posso responder lá. Pergunte aqui ou em um canal aberto.',
  privateInstead: 'Não posso publicar neste canal (me falta {{permissions}}), então só você vê isto.',
  noThread: 'Não consigo abrir um tópico aqui. Num canal de servidor preciso de {{permission}} para isso.',
  viewChannel: 'Ver canal',
  sendMessages: 'Enviar mensagens',
  sendMessagesInThreads: 'Enviar mensagens em tópicos',
  embedLinks: 'Inserir links',
  readMessageHistory: 'Ver histórico de mensagens',
  createPublicThreads: 'Criar tópicos públicos',
};
