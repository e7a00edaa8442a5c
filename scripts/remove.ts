import { removeArticles } from '../src/app/remove-articles.ts';
import { runMain } from '../src/app/run-main.ts';

runMain(() => removeArticles(process.argv.slice(2)));
