/** Permanent names: scripts and tests may rely on them. */
export type ErrorCode =
  | 'article-empty'
  | 'article-front-matter'
  | 'article-id-duplicate'
  | 'article-not-utf8'
  | 'article-too-large'
  | 'article-unknown'
  | 'backup-failed'
  | 'backup-invalid'
  | 'cards-invalid'
  | 'config-invalid'
  | 'corpus-missing'
  | 'decision-damaged'
  | 'discord-library'
  | 'discord-token'
  | 'export-failed'
  | 'import-failed'
  | 'index-damaged'
  | 'index-missing'
  | 'index-not-writable'
  | 'index-passport'
  | 'model-damaged'
  | 'model-missing'
  | 'question-empty'
  | 'question-too-long'
  | 'settings-invalid'
  | 'store-not-empty'
  | 'store-unusable'
  | 'usage';

/** A mistake that a person can mend: the message says what happened, why, and what to run. */
export class VerbatimError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VerbatimError';
    this.code = code;
  }
}
