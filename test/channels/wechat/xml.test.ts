import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cdata, readXml, writeXml } from '../../../adapters/channels/tencent/xml.ts';

describe('wechat: XML', () => {
  it('leaves numbers, blanks and empty elements as they were sent', () => {
    const xml =
      '<xml><MsgId>23456789012345678901</MsgId><Content><![CDATA[ 00123 ]]></Content><EventKey><![CDATA[]]></EventKey><E>1e5</E></xml>';
    assert.deepEqual(readXml(xml), { MsgId: '23456789012345678901', Content: ' 00123 ', EventKey: '', E: '1e5' });
  });

  it('splits what would end a text early', () => {
    assert.equal(cdata('查话费 ]]> & <b>'), '<![CDATA[查话费 ]]]]><![CDATA[> & <b>]]>');
  });

  it('reads back whatever it wrote', () => {
    const text = fc
      .array(fc.constantFrom(']]>', ']]', '>', '<![CDATA[', '&lt;', '<b>', '好', '😀', ' ', '\n', '</Content>', '<!--'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (Content) => {
        assert.deepEqual(readXml(writeXml({ Content, CreateTime: 1 })), { Content, CreateTime: '1' });
      }),
    );
  });

  it('writes nothing that no XML may hold', () => {
    assert.equal(cdata('a\0b\x07c\ud800d\n'), '<![CDATA[abc�d\n]]>');
  });

  const refused: Record<string, string> = {
    'a DOCTYPE': '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>',
    'a DOCTYPE in small letters': '<!doctype xml><xml><A>1</A></xml>',
    'an entity': '<xml><!ENTITY a SYSTEM "file:///etc/passwd"><A>&a;</A></xml>',
    'a comment': '<xml><!-- x --><A>1</A></xml>',
    'half a CDATA': '<xml><A><![CDATA[1</A></xml>',
    'another root': '<html><A>1</A></html>',
    'two roots': '<xml><A>1</A></xml><xml/>',
    'an open element': '<xml><A>1</xml>',
    'no element': 'hello',
    nothing: '',
  };
  for (const [what, xml] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.equal(readXml(xml), null));
  }

  it('takes a DOCTYPE that a customer wrote for what it is', () => {
    const xml = '<xml><Content><![CDATA[<!DOCTYPE html> &amp; <!ENTITY]]></Content></xml>';
    assert.deepEqual(readXml(xml), { Content: '<!DOCTYPE html> &amp; <!ENTITY' });
  });

  it('gives no object another prototype', () => {
    const read = readXml('<xml><__proto__><polluted>1</polluted></__proto__></xml>');
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.equal(read && 'polluted' in read, read === null ? null : false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'xml', '!', '[', ']', '&', '"', '=', 'a', '?') }),
        (xml) => {
          readXml(xml);
        },
      ),
    );
  });
});
