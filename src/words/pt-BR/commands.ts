import type { CommandTexts } from '../command-text.ts';

const ARTICLE = { name: 'artigo', description: 'Só este artigo; sem indicação, todos' };
const NEEDED_ARTICLE = { name: 'artigo', description: 'O artigo; necessário quando há vários' };
const PRIVATE = { name: 'privado', description: 'Mostrar só para você' };

export const commands: CommandTexts = {
  ask: {
    name: 'perguntar',
    description: 'Faça uma pergunta; a resposta é uma citação que você pode verificar',
    options: {
      question: { name: 'pergunta', description: 'O que você quer saber, em uma frase completa' },
      article: ARTICLE,
      private: {
        ...PRIVATE,
        description: 'Mostrar a resposta só para você; depois dá para compartilhar',
      },
      thread: { name: 'tópico', description: 'Abrir um tópico sob a resposta, para mais perguntas' },
    },
  },
  lookup: {
    name: 'buscar',
    description: 'Os trechos sobre um nome ou um termo, como em um índice',
    options: {
      term: { name: 'termo', description: 'Um nome, um título ou uma palavra-chave' },
      article: ARTICLE,
      private: PRIVATE,
    },
  },
  paragraph: {
    name: 'parágrafo',
    description: 'Ler um parágrafo inteiro, com os vizinhos',
    options: {
      number: { name: 'número', description: 'O número depois do sinal ¶ em uma referência' },
      article: NEEDED_ARTICLE,
    },
  },
  outline: {
    name: 'sumário',
    description: 'Os títulos de um artigo, com os números dos parágrafos',
    options: { article: NEEDED_ARTICLE, private: PRIVATE },
  },
  quote: {
    name: 'citação',
    description: 'Verificar uma citação: exata, alterada ou ausente dos artigos',
    options: {
      text: { name: 'texto', description: 'O que o artigo diria, segundo alguém' },
      private: PRIVATE,
    },
  },
  sources: { name: 'fontes', description: 'Os artigos de onde vêm as citações' },
  help: { name: 'ajuda', description: 'O que este bot faz e como perguntar' },
  settings: { name: 'configurações', description: 'Como respondo neste servidor e quem pode fazer o quê' },
  'Find a source': { name: 'Encontrar uma fonte' },
  'Ask about this': { name: 'Perguntar sobre isto' },
  'Check this quote': { name: 'Verificar a citação' },
  privacy: {
    name: 'privacidade',
    description: 'O que é guardado sobre você, por quanto tempo e para quem; ver e apagar',
  },
  gaps: { name: 'lacunas', description: 'As perguntas que os artigos deste servidor não respondem bem' },
  articles: {
    name: 'artigos',
    description: 'Os artigos próprios deste servidor: ver, adicionar, trocar, retirar',
    options: {
      list: { name: 'lista', description: 'O que este servidor adicionou' },
      add: {
        name: 'adicionar',
        description: 'Adicionar um artigo: um arquivo ou um endereço',
        options: {
          file: { name: 'arquivo', description: 'PDF, Word, EPUB, HTML, Markdown, texto ou legendas' },
          address: { name: 'endereço', description: 'O endereço de uma página, onde isso está ligado' },
        },
      },
      replace: {
        name: 'trocar',
        description: 'Uma edição mais nova de um artigo',
        options: {
          article: { name: 'artigo', description: 'Qual artigo' },
          file: { name: 'arquivo', description: 'PDF, Word, EPUB, HTML, Markdown, texto ou legendas' },
          address: { name: 'endereço', description: 'O endereço de uma página, onde isso está ligado' },
        },
      },
      rename: {
        name: 'renomear',
        description: 'Dar outro título a um artigo',
        options: {
          article: { name: 'artigo', description: 'Qual artigo' },
          title: { name: 'título', description: 'Como ele deve se chamar' },
        },
      },
      remove: {
        name: 'retirar',
        description: 'Retirar um artigo; dá para recuperar durante um dia',
        options: { article: { name: 'artigo', description: 'Qual artigo' } },
      },
      changes: {
        name: 'mudanças',
        description: 'O que uma nova edição mudou',
        options: { article: { name: 'artigo', description: 'Qual artigo' } },
      },
    },
  },
};
