import type { CaseKind } from '../../../domain/cases/case.ts';
import type { Instant, StaffId } from '../../../domain/ids.ts';
import type { LocalDate } from '../../../domain/manual/zone.ts';
import type { ImprovementStage } from '../../../domain/statistics/improvement.ts';

/** Minutes in which an instance wrote its sign of life. */
interface MinuteTable {
  /** Its beginning. */
  minute: Instant;
}

interface ImprovementTable {
  id: string;
  kind: CaseKind;
  category: string | null;
  area: string | null;
  opened_at: Instant;
  closed_at: Instant | null;
}

interface ImprovementEntryTable {
  improvement: string;
  /** 1, 2, 3 … of an improvement. */
  seq: number;
  id: string;
  at: Instant;
  by: StaffId;
  stage: ImprovementStage;
  /** Sealed. */
  text: string;
  owner: StaffId | null;
  due: LocalDate | null;
}

export interface MeasurementTables {
  minutes: MinuteTable;
  improvements: ImprovementTable;
  improvement_entries: ImprovementEntryTable;
}
