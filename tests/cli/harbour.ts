/** Made up: the harbour, its boats and its people do not exist. */
export const HARBOUR = `---
title: The harbour of Ellerby
url: https://example.org/ellerby
licence: CC0
aliases:
  EHC: Ellerby Harbour Company
---

# The harbour

The harbour of Ellerby was dug in 1712 by four hundred convicts. Its **east wall** fell in a storm and was
rebuilt in [granite](https://example.org/granite).

The ferry *Wren* crosses the bay eleven times a day 🚢. A crossing costs six crowns, and children travel free.

## The company

Marta Quill has led the Ellerby Harbour Company since 1998. She wants to “dredge the basin by spring”.

The company owes the town 90,000 crowns — naïve bookkeeping, says the mayor, Otto Brandt.
`;

/** A second article, in plain text. */
export const ORCHARD = `The orchard of Dunmore has nine hundred pear trees.
The oldest pear tree was planted by the abbess Hild in 1650.
`;
