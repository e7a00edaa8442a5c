/** Words by which a name is known for that of a body, a place or an event; the constants are tried in this order. */
export const ORGANISATION =
  /\b(?:University|Institute|Ministry|Agency|Company|Corporation|Party|Bank|Church|Council|Committee|Association|Union|Society|League|Times|Post|Press|School|College|Academy|Board|Commission|Department|Parliament|Senate|Congress|Inc|Ltd|Group|Club|Orchestra|Foundation|Organi[sz]ation|Authority|Bureau|Service|Federation|Alliance|Court|Museum|Laborator(?:y|ies)|Observatory|Assembly|Front|Brotherhood|Movement|Railway|Airlines?|Trust|Administration|Office|Army|Navy|Guard|Community|Consortium|Conference)\b/u;
export const NATURE =
  /\b(?:River|Lake|Mount|Mountains?|Sea|Ocean|Islands?|Isles?|Bay|Valley|Peninsula|Desert|Strait|Gulf|Coast|Hills?|Plateau|Falls|Glacier|Canyon|Range|Basin|Cape|Volcano|Creek)\b/u;
export const BUILT =
  /\b(?:Street|Avenue|Park|Bridge|Square|Castle|Palace|Airport|Harbou?r|Canal|Tower|Road|Station|Stadium|Hall|Cathedral|Building|House|Market|Gate|Plaza|Center|Centre|Garden|Theat(?:re|er))\b/u;
/** An empire is no choice beside a county. */
export const REALM = /\b(?:Kingdom|Republic|Empire|Duchy)\b/u;
export const REGION =
  /\b(?:County|Province|District|Prefecture|Oblast|Region|State|Territory|Kingdom|Republic|Empire|Duchy|Colony|Islands?)\b/u;
export const HAPPENING =
  /\b(War|Wars|Treaty|Battle|Revolution|Act|Accords?|Crisis|Olympics|Games|Festival|Age|Ages|Dynasty|Convention|Agreement|Uprising|Siege|Prize|Award|Declaration|Constitution|Edict|Movement|Plan|Project|Program(?:me)?|Law|Code|Bill|Cup|Trophy|Compromise|Purchase|Proclamation|Rebellion|Massacre|Crash|Panic|Depression|Famine)\b/u;
