import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../src/cli/render-explanation.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { libraryOver } from '../library-over.ts';
import { HARBOUR } from './harbour.ts';

describe('what --explain prints', () => {
  it('lists candidates with their signals, and the inputs that add up to the score', async () => {
    const { library } = await libraryOver([articleFrom('ellerby.md', HARBOUR)]);
    const { trace, ranking } = await library.ask('Who has led the Ellerby Harbour Company?');
    if (!trace) throw new Error('There is no trace.');
    expect(trace.candidates.slice(0, ranking.length).map(({ text }) => text)).toEqual(
      ranking.map(({ text }) => text),
    );
    const shown = renderExplanation(trace).split('\n');
    expect(shown[1]).toMatch(/^ +rankScore +maxSim .* article +¶ +points at +text$/);
    expect(shown[2]).toMatch(/^ {2}1 .*\d\.\d{3}.* ellerby +3 +Marta Quill has led/);
    expect(shown.filter((line) => line.startsWith('  passageZScore'))).toHaveLength(1);
    expect(shown.at(-1)).toMatch(/^score 0\.\d{3}; an answer needs 0\.\d{3}, a sure one 0\.\d{3}$/);
  });

  it('has a word for a question without any candidate', () => {
    expect(renderExplanation(undefined)).toBe('Nothing was found, so nothing was weighed.');
  });
});
