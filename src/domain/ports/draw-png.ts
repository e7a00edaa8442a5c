/** Turns an SVG of at most some hundred shapes into a PNG of its own size; its text is Latin, in one font. */
export type DrawPng = (svg: string) => Promise<Uint8Array>;
