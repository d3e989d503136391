import assert from 'node:assert/strict';
import { selfCheckFor, type Trouble } from '../../../domain/manual/selfCheck.ts';
import { shippedManual } from '../shipped.ts';

const manual = shippedManual();

describe('self-checks', () => {
  const table: readonly (readonly [Trouble, RegExp])[] = [
    [{ service: 'broadband', category: 'business-service', symptom: 'no-internet' }, /LOS light.*30 seconds/s],
    [{ service: 'broadband', category: 'network-performance', symptom: 'slow' }, /speed test by cable/],
    [{ service: 'broadband', category: 'equipment', symptom: 'device-light' }, /LOS on|marked LOS/],
    [{ service: 'mobile', category: 'business-service', symptom: 'no-signal' }, /take the SIM out/],
    [{ service: 'data', category: 'business-service', symptom: 'no-internet' }, /mobile data is on/],
    [{ service: 'iptv', category: 'business-service', symptom: 'tv-black' }, /Source or Input/],
    [{ service: 'fixed', category: 'business-service', symptom: 'no-dial-tone' }, /TEL or Phone/],
    [{ service: 'broadband', category: 'equipment', symptom: 'line-cut' }, /8 metres/],
    [{ service: 'mobile', category: 'security', symptom: 'hacked' }, /freeze the account/],
    [{ service: 'cloud', category: 'business-service', symptom: 'other' }, /phone hotspot/],
    [{ service: null, category: null, symptom: null }, /Please note what you see/],
  ];
  for (const [trouble, steps] of table) {
    it(`suit ${trouble.service} with ${trouble.symptom}`, () => {
      assert.match(selfCheckFor(manual, trouble)?.steps.en ?? '', steps);
    });
  }

  it('are all within reach: none is hidden by an earlier one', () => {
    const some = <T>(ids: readonly T[]): readonly (T | null)[] => [...ids, null];
    const reached = new Set(
      some(Object.keys(manual.services)).flatMap((service) =>
        some(Object.keys(manual.symptoms)).flatMap((symptom) =>
          some(['network-performance', 'business-service', 'equipment', 'security'] as const).map((category) =>
            selfCheckFor(manual, { service, category, symptom }),
          ),
        ),
      ),
    );
    assert.deepEqual(
      manual.selfChecks.filter((check) => !reached.has(check)),
      [],
    );
  });
});
