import type { Entity } from '../../heard.ts';
import type { Folded } from '../folded.ts';
import { findChineseAddresses } from './chinese.ts';
import { findEnglishAddresses } from './english.ts';

/** Addresses in Chinese or English, found by their suffix and unit words; no list of streets. */
export const findAddresses = (folded: Folded): Entity[] => [
  ...findChineseAddresses(folded),
  ...findEnglishAddresses(folded),
];
