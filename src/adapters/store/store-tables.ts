/** The rows as SQL has them; only text and integers, so that every database reads them alike. */
export interface StoreTables {
  readonly schema_versions: { readonly version: number; readonly name: string };
  readonly exchanges: ExchangeRow;
  readonly exchange_excerpts: ExcerptRow;
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
