import type { Translated } from '../word-keys.ts';

export const help: Translated<'help'> = {
  title: 'Respondo con citas',
  shows: 'Lo que muestro está palabra por palabra en {{articles}}. Si algo no está ahí, lo digo.',
  articles: '{{number}} artículos',
  tryAsking: 'Prueba a preguntar',
  ask: '**Preguntar**: `/preguntar`, mencióname, escríbeme o responde a una respuesta con su aviso activado.',
  askAnywhere:
    '**Preguntar**: `/preguntar`, mencióname, escríbeme o responde a una respuesta; en un hilo que abrí yo, pregunta sin más.',
  lookUp: '**Buscar**: `/buscar`, `/esquema`, `/párrafo`, `/fuentes`.',
  check:
    '**Comprobar**: `/cita`. En cualquier mensaje, en Aplicaciones: *Buscar una fuente*, *Preguntar sobre esto*, *Comprobar la cita*.',
  practise:
    '**Practicar**: `/quiz empezar`, `/leer empezar`, `/estudiar empezar`, `/notas`. **Qué se guarda de ti**: `/privacidad`.',
  inviteButton: 'Invítame',
  sourceButton: 'Código fuente',
  followUpFormTitle: 'Seguir preguntando',
  followUpSoFar: 'Hasta ahora:',
  followUpLabel: '¿Y ahora?',
  followUpHint: 'Basta una pregunta corta: «¿y cuándo fue eso?»',
};
