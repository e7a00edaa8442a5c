"""A BERT embedding model in ONNX -> a Hugging Face folder, checked against the original.

    python convert_encoder.py MODEL.onnx OUT_DIR
"""
import re
import sys

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

#: Rounding alone; anything above is a layer in the wrong place.
LARGEST_DIFFERENCE = 1e-4


def read_weights(graph):
    """Initialisers under their own names, and those of anonymous MatMuls under the name of their node."""
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    weights = {}
    for name, value in tensors.items():
        plain = re.sub(r'^(bert\.)?', '', name)
        if re.match(r'(embeddings|encoder)\.', plain) and 'position_ids' not in plain:
            weights[plain] = torch.tensor(np.array(value))
    for node in graph.node:
        match = re.match(r'/(?:bert/)?encoder/layer\.(\d+)/(.+)/MatMul$', node.name)
        if node.op_type == 'MatMul' and match and node.input[1] in tensors:
            weights[f"encoder.layer.{match[1]}.{match[2].replace('/', '.')}.weight"] = torch.tensor(np.array(tensors[node.input[1]])).T.contiguous()
    return weights


def main():
    source, out = sys.argv[1:3]
    weights = read_weights(onnx.load(source).graph)
    vocabulary, width = weights['embeddings.word_embeddings.weight'].shape
    layers = 1 + max(int(re.match(r'encoder\.layer\.(\d+)', name)[1]) for name in weights if name.startswith('encoder'))
    inner = weights['encoder.layer.0.intermediate.dense.weight'].shape[0]
    model = BertModel(BertConfig(vocab_size=vocabulary, hidden_size=width, num_hidden_layers=layers, num_attention_heads=12, intermediate_size=inner), add_pooling_layer=False)
    missing = model.load_state_dict(weights, strict=False).missing_keys
    assert not missing, missing
    model.eval().save_pretrained(out)
    ids = np.array([[101, 2054, 2003, 1037, 10722, 3401, 102]])
    feeds = {'input_ids': ids, 'attention_mask': np.ones_like(ids), 'token_type_ids': np.zeros_like(ids)}
    session = ort.InferenceSession(source)
    original = session.run(None, {i.name: feeds[i.name] for i in session.get_inputs()})[0]
    with torch.no_grad():
        difference = float(abs(original - model(input_ids=torch.tensor(ids)).last_hidden_state.numpy()).max())
    print(f'{layers} layers of {width}, largest difference {difference:.1e}')
    sys.exit(0 if difference < LARGEST_DIFFERENCE else 1)


if __name__ == '__main__':
    main()
