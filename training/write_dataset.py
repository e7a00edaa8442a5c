"""Question sets in SQuAD format -> a dataset folder of `npm run evaluate` (articles/ and questions.jsonl).

    python write_dataset.py QA_DIR SET OUT_DIR --part train|held

`held` are the articles that the reader was not trained on; `train` serves to mine hard negatives with the product's own ranking.
Question ids are SET:ARTICLE-PARAGRAPH-QUESTION, counted from 0 in the file; an article's name ends with its number.
"""
import argparse
import json
import re
from pathlib import Path

from paragraph import sentences_of
from prepare_windows import held_out, read_sets


def escape(text):
    """A paragraph as Markdown that reads back as it was."""
    return re.sub(r'([\\\\`*_\[\]<>#~|&$])', r'\\\1', re.sub(r'^(\d+)([.)])', r'\1\\\2', re.sub(r'^([-+=])', r'\\\1', text)))


def squash(text):
    return re.sub(r'\s+', ' ', text).strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('qa')
    parser.add_argument('set')
    parser.add_argument('out')
    parser.add_argument('--part', choices=['train', 'held'], required=True)
    args = parser.parse_args()
    articles = dict(read_sets(args.qa))[args.set]
    held = held_out(args.set, len(articles))
    folder = Path(args.out) / 'articles'
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for i, article in enumerate(articles):
        if (i in held) != (args.part == 'held'):
            continue
        title = article['title'].replace('_', ' ')
        name = f"{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')}-{i}"
        paragraphs = [squash(p['context']) for p in article['paragraphs']]
        (folder / f'{name}.md').write_text(f'---\ntitle: {json.dumps(title)}\n---\n\n' + '\n\n'.join(map(escape, paragraphs)) + '\n')
        for j, (source, text) in enumerate(zip(article['paragraphs'], paragraphs)):
            for n, qa in enumerate(source['qas']):
                entry = {'id': f'{args.set}:{i}-{j}-{n}', 'question': squash(qa['question'])}
                answers = list(dict.fromkeys(squash(a['text']) for a in qa['answers'])) if not qa.get('is_impossible') else []
                answers = [a for a in answers if a in text]
                if not answers:
                    if qa.get('is_impossible'):
                        lines.append({**entry, 'kind': 'unanswerable-near'})
                    continue
                start = len(squash(source['context'][: qa['answers'][0]['answer_start']] + 'x')) - 1
                sentence = next((text[a:b].strip() for a, b in sentences_of(text) if a <= start < b), None)
                if sentence:
                    lines.append({**entry, 'kind': 'answerable', 'article': name, 'paragraph': j + 1, 'sentence': sentence, 'answers': answers})
    (Path(args.out) / 'questions.jsonl').write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines))
    print(args.set, args.part, len(lines), 'questions')


if __name__ == '__main__':
    main()
