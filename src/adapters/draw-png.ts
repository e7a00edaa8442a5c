import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import type { DrawPng } from '../domain/ports/draw-png.ts';

const FONT = fileURLToPath(new URL('fonts/DejaVuSans-Latin.ttf', import.meta.url));

/** By resvg, whose binaries ship inside its packages. Only the font beside this file is used: a server may have none. */
export const drawPng: DrawPng = async (svg) => {
  const image = await renderAsync(svg, {
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.asPng();
};
