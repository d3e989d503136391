declare module 'opencc-js/t2cn' {
  /** Makes a converter between two variants of written Chinese. */
  export const Converter: (options: { from: 'twp' | 'tw' | 'hk' | 't'; to: 'cn' }) => (text: string) => string;
}
declare module 'opencc-js/dict/STCharacters' {
  const table: string;
  export default table;
}
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
declare module 'opencc-js/cn2t' {
  export const Converter: (options: { from: 'cn'; to: 'twp' | 'tw' | 'hk' | 't' }) => (text: string) => string;
}
