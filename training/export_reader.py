"""A trained reader -> models/verbatim-reader (ONNX int8, tokenizer, config, checksums), checked against the float model.

    python export_reader.py READER.pt ENCODER_DIR TOKENIZER.json OUT_DIR [--windows WINDOWS.pkl]

The int8 model has to agree with the float one: on held-out windows, alone and five at a time, the best span may lie
elsewhere on at most 5 % and span minus null differ by at most 0.6 on average, a tenth of its spread. Exits with 1 where it does not.
"""
import argparse
import hashlib
import json
import pickle
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from transformers import BertForQuestionAnswering

from fake_int8 import WEIGHT_LIMIT
from packed_weights import load_weights
from train_reader import best_spans, collate

MAX_MEGABYTES = 36


class Span(torch.nn.Module):
    """Logits alone, as tensors: what the product reads."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        out = self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
        return out.start_logits, out.end_logits


def export(model, folder):
    ids = torch.ones(2, 12, dtype=torch.long)
    axes = {0: 'batch', 1: 'sequence'}
    names = ['input_ids', 'attention_mask', 'token_type_ids']
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / 'float.onnx'
        torch.onnx.export(Span(model).eval(), (ids, ids, ids), str(whole), input_names=names, output_names=['start_logits', 'end_logits'],
                          dynamic_axes={n: axes for n in [*names, 'start_logits', 'end_logits']}, opset_version=17, dynamo=False)
        onnx.save(store_as_int8(fuse_attention(whole, model.config)), str(folder / 'onnx' / 'model_quantized.onnx'))


def fuse_attention(file, config):
    """Each layer's attention as one node; what else could be fused here, the runtime fuses better itself (SkipLayerNormalization is slower on CPUs)."""
    options = FusionOptions('bert')
    options.enable_bias_gelu = options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = options.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(str(file), 'bert', config.num_attention_heads, config.hidden_size, options, opt_level=0)
    if fused.get_fused_operator_statistics()['Attention'] != config.num_hidden_layers:
        raise ValueError('the attention of some layers was not found')
    fused.model.opset_import.append(helper.make_opsetid('com.microsoft', 1))
    return fused.model


def store_as_int8(model):
    """Matrices as int8 with a float scale per output column (embeddings: per row).

    A matrix product rounds its input to uint8 with one range for the whole tensor (windows are read one by one), multiplies whole
    numbers and scales back, in the pattern that the runtime fuses. Rows of embeddings are turned back to float once picked.
    """
    graph = model.graph
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    replaced = {}
    for tensor in list(graph.initializer):
        if len(tensor.dims) != 2 or np.prod(tensor.dims) < 100_000 or tensor.name not in users:
            continue
        weights = numpy_helper.to_array(tensor)
        is_table = any(node.op_type == 'Gather' for node in users[tensor.name])
        limit = 127 if is_table else WEIGHT_LIMIT
        scale = np.maximum(np.abs(weights).max(axis=1 if is_table else 0, keepdims=True), 1e-8) / limit
        graph.initializer.remove(tensor)
        graph.initializer.extend([
            numpy_helper.from_array(np.round(weights / scale).astype(np.int8), f'{tensor.name}.int8'),
            numpy_helper.from_array((scale if is_table else scale[0]).astype(np.float32), f'{tensor.name}.scale'),
        ])
        for node in users[tensor.name]:
            replaced[node.output[0]] = REPLACEMENTS[node.op_type](node, tensor.name)
    # By what comes out of it: products of one input share its rounding.
    nodes = {step.output[0]: step for node in graph.node for step in replaced.get(node.output[0], [node])}
    del graph.node[:]
    graph.node.extend(nodes.values())
    onnx.checker.check_model(model)
    return model


def pick_rows(node, table):
    out, rows = node.output[0], node.input[1]
    return [
        helper.make_node('Gather', [f'{table}.int8', rows], [f'{out}.int8'], axis=0),
        helper.make_node('Gather', [f'{table}.scale', rows], [f'{out}.scale'], axis=0),
        helper.make_node('Cast', [f'{out}.int8'], [f'{out}.cast'], to=TensorProto.FLOAT),
        helper.make_node('Mul', [f'{out}.cast', f'{out}.scale'], [out]),
    ]


def multiply_rounded(node, weights):
    x, out = node.input[0], node.output[0]
    return [
        round_input(x),
        helper.make_node('MatMulInteger', [f'{x}.uint8', f'{weights}.int8', f'{x}.zero'], [f'{out}.int32']),
        helper.make_node('Cast', [f'{out}.int32'], [f'{out}.cast'], to=TensorProto.FLOAT),
        helper.make_node('Mul', [f'{x}.scale', f'{weights}.scale'], [f'{out}.scale']),
        helper.make_node('Mul', [f'{out}.cast', f'{out}.scale'], [out]),
    ]


def attend_rounded(node, weights):
    x, _, bias, mask = node.input
    inputs = [f'{x}.uint8', f'{weights}.int8', bias, f'{x}.scale', f'{weights}.scale', mask, f'{x}.zero']
    heads = next(attribute.i for attribute in node.attribute if attribute.name == 'num_heads')
    return [round_input(x), helper.make_node('QAttention', inputs, node.output, domain=node.domain, num_heads=heads)]


def round_input(x):
    return helper.make_node('DynamicQuantizeLinear', [x], [f'{x}.uint8', f'{x}.scale', f'{x}.zero'])


REPLACEMENTS = {'Gather': pick_rows, 'MatMul': multiply_rounded, 'Attention': attend_rounded}


def agreement(model, session, data, size, count=300):
    """Share of windows with a best span elsewhere, and the mean difference of span minus null, at one batch size."""
    rows = sorted(data['judge'][:: max(1, len(data['judge']) // count)][:count], key=lambda r: len(r['q']) + len(r['ids']))
    moved, drift = [], []
    for i in range(0, len(rows) - size + 1, size):
        ids, types, attention, _, _, text = collate(rows[i : i + size], data['cls'], data['sep'], 'cpu')
        with torch.no_grad():
            exact = model(input_ids=ids, token_type_ids=types, attention_mask=attention)
        start, end = session.run(['start_logits', 'end_logits'], {'input_ids': ids.numpy(), 'attention_mask': attention.numpy(), 'token_type_ids': types.numpy()})
        rough = type('Out', (), {'start_logits': torch.tensor(start), 'end_logits': torch.tensor(end)})
        a, b = best_spans(exact, text), best_spans(rough, text)
        moved += ((a[2] < b[1]) | (b[2] < a[1])).tolist()
        drift += ((a[0] - a[3]) - (b[0] - b[3])).abs().tolist()
    return float(np.mean(moved)), float(np.mean(drift))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('weights', 'encoder', 'tokenizer', 'out'):
        parser.add_argument(name)
    parser.add_argument('--windows')
    args = parser.parse_args()
    folder = Path(args.out)
    (folder / 'onnx').mkdir(parents=True, exist_ok=True)
    model = BertForQuestionAnswering.from_pretrained(args.encoder, attn_implementation='eager')
    load_weights(model, args.weights)
    model.eval()
    export(model, folder)
    tokenizer = json.loads(Path(args.tokenizer).read_text())
    tokenizer['truncation'] = tokenizer['padding'] = None
    (folder / 'tokenizer.json').write_text(json.dumps(tokenizer, ensure_ascii=False))
    (folder / 'tokenizer_config.json').write_text(json.dumps({'tokenizer_class': 'BertTokenizer', 'do_lower_case': True, 'model_max_length': 512}, indent=2) + '\n')
    config = model.config.to_dict()
    keep = ('hidden_size', 'num_hidden_layers', 'num_attention_heads', 'intermediate_size', 'max_position_embeddings', 'type_vocab_size', 'vocab_size', 'hidden_act', 'layer_norm_eps')
    (folder / 'config.json').write_text(json.dumps({'model_type': 'bert', 'architectures': ['BertForQuestionAnswering'], **{k: config[k] for k in keep}}, indent=2) + '\n')
    files = ['config.json', 'onnx/model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json']
    (folder / 'SHA256SUMS').write_text(''.join(f'{hashlib.sha256((folder / f).read_bytes()).hexdigest()}  {f}\n' for f in files))
    size = sum((folder / f).stat().st_size for f in files) / 1e6
    print(f'{size:.1f} MB')
    failed = size > MAX_MEGABYTES
    if args.windows:
        session = ort.InferenceSession(str(folder / 'onnx' / 'model_quantized.onnx'))
        data = pickle.load(open(args.windows, 'rb'))
        for batch in (1, 5):
            moved, drift = agreement(model, session, data, batch)
            print(f'batch {batch}: best span elsewhere on {moved:.3f}, span minus null differs by {drift:.3f} on average')
            failed = failed or moved > 0.05 or drift > 0.6
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
