import type { Names } from '../domain/ids.ts';

/** A branch with its address. */
export function branchLabel(branch: { names: Names; address: Names }): Names {
  return {
    'zh-Hans': `${branch.names['zh-Hans']}（${branch.address['zh-Hans']}）`,
    'zh-Hant': `${branch.names['zh-Hant']}（${branch.address['zh-Hant']}）`,
    en: `${branch.names.en} (${branch.address.en})`,
  };
}
