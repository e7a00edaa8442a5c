import { addArticles } from '../src/app/add-articles.ts';
import { runMain } from '../src/app/run-main.ts';

runMain(() => addArticles(process.argv.slice(2)));
