/** Who may read an article: everybody, or the servers (by their Discord ids) that it belongs to; none for an empty list. */
export type ArticleScope = 'public' | readonly string[];
