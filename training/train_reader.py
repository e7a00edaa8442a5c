"""Fine-tunes an encoder into a reader: first and last word of the answer, or null at [CLS].

    python train_reader.py WINDOWS.pkl ENCODER_DIR OUT.pt --minutes 90 [--init WEIGHTS] [--steps N] [--lr 1e-4] [--constant]

Embeddings stay frozen, batches hold windows of like length, rows are drawn by the weights below. The state is written to
OUT.pt every --save steps, so that a run that is cut off is not lost. Runs on a GPU where torch finds one.
"""
import argparse
import pickle
import random
import time

import numpy as np
import torch
from transformers import BertForQuestionAnswering

from fake_int8 import round_encoder
from packed_weights import load_weights

SEED = 7
#: How often a row of a set is drawn, relative to the others: encyclopaedic text is what most people ask about.
SET_WEIGHTS = {'new-wiki': 0.9, 'squad2': 1.7, 'selqa': 1.6, 'fairytale': 0.5, 'qamr': 0.3, 'reddit': 0.4, 'amazon': 0.25}
KIND_WEIGHTS = {'pos': 1.0, 'neg': 0.45, 'same': 0.35, 'syn': 0.35, 'anti': 1.0, 'imp': 2.8, 'own': 0.35, 'found': 0.5, 'para': 0.5, 'role': 1.5, 'norole': 4.0, 'made': 1.0, 'nomade': 1.5}
LONGEST_SPAN = 24


def collate(rows, cls, sep, device):
    """Ids, token types, attention mask of (B, L) and 0/1 masks of the allowed starts and ends; null is position 0."""
    length = max(len(r['q']) + len(r['title']) + len(r['ids']) + 3 for r in rows)
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    types, attention = torch.zeros_like(ids), torch.zeros_like(ids)
    starts, ends = torch.zeros(len(rows), length, dtype=torch.bool), torch.zeros(len(rows), length, dtype=torch.bool)
    text = torch.zeros(len(rows), length, dtype=torch.bool)
    for i, r in enumerate(rows):
        tokens = [cls, *r['q'], sep, *r['title'], *r['ids'], sep]
        first = len(r['q']) + 2 + len(r['title'])
        ids[i, : len(tokens)] = torch.tensor(tokens)
        attention[i, : len(tokens)] = 1
        types[i, len(r['q']) + 2 : len(tokens)] = 1
        text[i, first : first + len(r['ids'])] = True
        for s in r['starts'] or [-first]:
            starts[i, first + s] = True
        for e in r['ends'] or [-first]:
            ends[i, first + e] = True
    return [t.to(device) for t in (ids, types, attention, starts, ends, text)]


def loss_of(out, starts, ends, attention):
    """Cross entropy against sets of right positions: -log of the probability that falls on any of them, averaged over both ends."""
    total = 0
    for logits, right in ((out.start_logits, starts), (out.end_logits, ends)):
        logits = logits.float().masked_fill(attention == 0, -1e4)
        total = total + (logits.logsumexp(1) - logits.masked_fill(~right, -1e4).logsumexp(1)).mean()
    return total / 2


def best_spans(out, text):
    """Best span score, its start and end, and the null score of each row."""
    null = out.start_logits[:, 0] + out.end_logits[:, 0]
    start, end = (logits.masked_fill(~text, -1e4) for logits in (out.start_logits, out.end_logits))
    scores = start[:, :, None] + end[:, None, :]
    length = scores.shape[1]
    band = torch.ones(length, length, device=scores.device).triu() - torch.ones(length, length, device=scores.device).triu(LONGEST_SPAN)
    scores = scores.masked_fill(band == 0, -1e4).flatten(1)
    best, at = scores.max(1)
    return best, at // length, at % length, null


def auroc(positives, negatives):
    if not positives or not negatives:
        return float('nan')
    ranks = np.argsort(np.argsort(np.concatenate([positives, negatives]))) + 1
    return (ranks[: len(positives)].sum() - len(positives) * (len(positives) + 1) / 2) / (len(positives) * len(negatives))


def judge(model, rows, cls, sep, device):
    """Figures on windows of held-out articles: how often the best span touches a right one, and how well span minus null tells answers from nulls."""
    model.eval()
    hits, margin = {}, {}
    order = sorted(rows, key=lambda r: len(r['q']) + len(r['ids']))
    with torch.no_grad():
        for i in range(0, len(order), 32):
            batch = order[i : i + 32]
            ids, types, attention, starts, ends, text = collate(batch, cls, sep, device)
            best, first, last, null = best_spans(model(input_ids=ids, token_type_ids=types, attention_mask=attention), text)
            for r, b, f, l, n in zip(batch, best.tolist(), first.tolist(), last.tolist(), null.tolist()):
                margin.setdefault((r['set'], r['kind']), []).append(b - n)
                if r['starts']:
                    offset = len(r['q']) + 2 + len(r['title'])
                    hits.setdefault(r['set'], []).append(any(offset + s <= l and f <= offset + e for s, e in zip(r['starts'], r['ends'])))
    model.train()
    sets = sorted(hits)
    lines = [f'span overlap {np.mean([h for s in sets for h in hits[s]]):.3f} ' + ' '.join(f'{s} {np.mean(hits[s]):.3f}' for s in sets)]
    positives = {s: margin[(s, 'pos')] for s in sets}
    everything = [m for s in sets for m in positives[s]]
    kinds = sorted({k for _, k in margin} - {'pos'})
    lines.append('auroc ' + ' '.join(f'{k} {auroc(everything, [m for (s, kk), ms in margin.items() if kk == k for m in ms]):.3f}' for k in kinds))
    lines.append('auroc squad2 ' + ' '.join(f'{k} {auroc(positives.get("squad2", []), margin.get(("squad2", k), [])):.3f}' for k in kinds))
    return '\n  '.join(lines)


def epochs(rows, size, rng):
    """Batches without end: rows drawn by weight, 100 batches sorted by length at a time."""
    weights = np.array([SET_WEIGHTS[r['set']] * KIND_WEIGHTS[r['kind']] for r in rows])
    weights /= weights.sum()
    while True:
        chunk = [rows[k] for k in rng.choice(len(rows), size * 100, replace=False, p=weights)]
        chunk.sort(key=lambda r: len(r['q']) + len(r['title']) + len(r['ids']))
        batches = [chunk[k : k + size] for k in range(0, len(chunk), size)]
        rng.shuffle(batches)
        yield from batches


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('windows')
    parser.add_argument('encoder')
    parser.add_argument('out')
    parser.add_argument('--minutes', type=float, default=90)
    parser.add_argument('--steps', type=int, default=0, help='schedule by steps instead of by minutes')
    parser.add_argument('--init', help='weights to go on from')
    parser.add_argument('--lr', type=float, default=1e-4)
    parser.add_argument('--constant', action='store_true', help='no decay: a first part of a longer run')
    parser.add_argument('--freeze', type=int, default=0, help='layers from below that stay as they are')
    parser.add_argument('--batch', type=int, default=16)
    parser.add_argument('--judge', type=int, default=2400, help='held-out windows to judge on')
    parser.add_argument('--save', type=int, default=400)
    parser.add_argument('--bf16', action='store_true', help='half precision, four times as fast on processors with AMX')
    parser.add_argument('--int8', action='store_true', help='compute with the rounding of the exported model: a last part')
    parser.add_argument('--seed', type=int, default=SEED)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    rng = np.random.default_rng(args.seed)
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    half = args.bf16 or device == 'cuda'
    model = BertForQuestionAnswering.from_pretrained(args.encoder, attn_implementation='sdpa')
    if args.init:
        load_weights(model, args.init)
    if args.int8:
        round_encoder(model)
    model.to(device).train()
    for parameter in [*model.bert.embeddings.parameters(), *(p for layer in model.bert.encoder.layer[: args.freeze] for p in layer.parameters())]:
        parameter.requires_grad = False
    data = pickle.load(open(args.windows, 'rb'))
    cls, sep, rows, held = data['cls'], data['sep'], data['train'], data['judge']
    held = [held[k] for k in np.random.default_rng(1).permutation(len(held))[: args.judge]]
    live = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{'params': [p for p in live if p.ndim > 1], 'weight_decay': 0.01}, {'params': [p for p in live if p.ndim <= 1], 'weight_decay': 0}],
        lr=args.lr, betas=(0.9, 0.98), fused=True)
    started, step, average = time.time(), 0, 0.0
    for batch in epochs(rows, args.batch, rng):
        done = step / args.steps if args.steps else (time.time() - started) / 60 / args.minutes
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group['lr'] = args.lr * min(1, (step + 1) / 100) * (1 if args.constant else max(0.02, 1 - done))
        ids, types, attention, starts, ends, _ = collate(batch, cls, sep, device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=half):
            out = model(input_ids=ids, token_type_ids=types, attention_mask=attention)
        loss = loss_of(out, starts, ends, attention)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(live, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        average = loss.item() if step == 1 else 0.98 * average + 0.02 * loss.item()
        if step % 50 == 0:
            print(f'{(time.time() - started) / 60:.1f} min step {step} loss {average:.3f}', flush=True)
        if step % args.save == 0:
            torch.save(model.state_dict(), args.out)
            if step % (4 * args.save) == 0:
                print(' ', judge(model, held[:800], cls, sep, device), flush=True)
    torch.save(model.state_dict(), args.out)
    print('done', step, judge(model, held, cls, sep, device), flush=True)


if __name__ == '__main__':
    main()
