/** The rows as SQL has them; only text and integers, so that every database reads them alike. */
export interface StoreTables {
  readonly schema_versions: { readonly version: number; readonly name: string };
  readonly exchanges: ExchangeRow;
  readonly exchange_excerpts: ExcerptRow;
  readonly revisions: { readonly name: string; readonly revision: number };
  readonly secrets: { readonly name: string; readonly value: string };
  readonly server_settings: ServerSettingsRow;
  readonly settings_changes: SettingsChangeRow;
  readonly article_scopes: ArticleScopeRow;
  readonly votes: VoteRow;
  readonly gaps: GapRow;
  readonly departures: { readonly server_id: string; readonly left_at: string };
}

export interface ExchangeRow {
  readonly id: string;
  readonly channel_id: string;
  readonly server_id: string | null;
  readonly asker_id: string;
  readonly question_id: string | null;
  readonly question: string;
  readonly follows: string | null;
  /** 0 or 1. */
  readonly is_private: number;
  readonly outcome: string;
  /** In thousandths. */
  readonly score: number;
  /** JSON of Explanation. */
  readonly explanation: string | null;
  readonly generation: string;
  /** ISO 8601 in UTC, which sorts as text. */
  readonly asked_at: string;
  /** 0 or 1. */
  readonly shared: number;
}

export interface ExcerptRow {
  readonly exchange_id: string;
  /** Counted from 0 in the order shown. */
  readonly position: number;
  readonly article_id: string;
  readonly paragraph: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly hash: string;
  /** JSON of spans. */
  readonly highlights: string;
}

export interface ServerSettingsRow {
  readonly server_id: string;
  /** JSON of what is not as DEFAULT_SERVER_SETTINGS has it. */
  readonly settings: string;
}

export interface SettingsChangeRow {
  /** The revision that it made. */
  readonly id: number;
  readonly server_id: string;
  /** JSON of their names. */
  readonly fields: string;
  /** JSON of what they were. */
  readonly before: string;
  readonly after: string;
  readonly undoes: number | null;
  readonly changed_by: string;
  readonly changed_at: string;
}

export interface ArticleScopeRow {
  readonly article_id: string;
  /** JSON of ArticleScope. */
  readonly scope: string;
  readonly set_by: string;
  readonly set_at: string;
}

export interface VoteRow {
  readonly exchange_id: string;
  readonly voter_hash: string;
  readonly vote: string;
  readonly reason: string | null;
  readonly voted_at: string;
}

export interface GapRow {
  readonly id: string;
  readonly server_id: string;
  readonly question: string;
  /** 32-bit floats, little-endian, in base64. */
  readonly vector: string;
  readonly asker_hash: string;
  readonly outcome: string;
  /** JSON of QuotedSpan. */
  readonly nearest: string | null;
  readonly asked_at: string;
  /** JSON of GapListener. */
  readonly listener: string | null;
  readonly told_at: string | null;
  readonly dismissed_by: string | null;
  readonly dismissed_at: string | null;
}
