import type { Translated } from '../word-keys.ts';

export const help: Translated<'help'> = {
  title: 'Je réponds par des citations',
  shows: 'Ce que je montre figure mot pour mot dans {{articles}}. Quand rien n’y répond, je le dis.',
  articles: '{{number}} articles',
  tryAsking: 'Essaie de demander',
  ask: '**Demander** : `/demander`, mentionne-moi, écris-moi, ou réponds à une réponse en gardant le ping.',
  askAnywhere:
    '**Demander** : `/demander`, mentionne-moi, écris-moi, ou réponds à une réponse ; dans un fil que j’ai ouvert, demande simplement.',
  lookUp: '**Chercher** : `/rechercher`, `/plan`, `/paragraphe`, `/sources`.',
  check:
    '**Vérifier** : `/citation`. Sur tout message, dans Applications : *Trouver une source*, *Poser la question*, *Vérifier la citation*.',
  practise:
    '**S’exercer** : `/quiz commencer`, `/lire commencer`, `/réviser commencer`, `/notes`. **Ce qui est conservé de toi** : `/confidentialité`.',
  inviteButton: 'Invite-moi',
  sourceButton: 'Code source',
  followUpFormTitle: 'Approfondir',
  followUpSoFar: 'Jusqu’ici :',
  followUpLabel: 'Et maintenant ?',
  followUpHint: 'Une question courte suffit : « et c’était quand ? »',
};
