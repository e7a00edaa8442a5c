/** Plain text in CommonMark, which lets a backslash stand before any mark: only what can come to mean something has one. */
export function escapeCommonMark(text: string): string {
  return text
    .replace(/[\\*_`[\]<>|~&$]/gu, '\\$&')
    .replace(/^(\s*)([-+#=])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2');
}
