import assert from 'node:assert/strict';
import { channelServices, loopbackServices } from '../../../adapters/channels/azure/serviceUrls.ts';

describe('where replies may go', () => {
  for (const [url, channel, loopback] of [
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['https://webchat.botframework.com/', true, false],
    ['https://api.botframework.com', true, false],
    ['https://directline.botframework.azure.cn/', true, false],
    ['https://SMBA.TrafficManager.net/x', true, false],
    ['http://smba.trafficmanager.net/', false, false],
    ['https://evil.trafficmanager.net/', false, false],
    ['https://smba.trafficmanager.net.evil.example/', false, false],
    ['https://evilbotframework.com/', false, false],
    ['https://botframework.com.evil.example/', false, false],
    ['https://smba.trafficmanager.net:8443/', false, false],
    ['https://user@smba.trafficmanager.net/', false, false],
    ['https://smba.trafficmanager.net@evil.example/', false, false],
    ['https://evil.example/#.botframework.com', false, false],
    ['https://evil.example?.botframework.com', false, false],
    ['http://localhost:3978/', false, true],
    ['http://127.0.0.1:56150/_connector', false, true],
    ['http://[::1]:1/', false, true],
    ['http://127.1/', false, true],
    ['http://0x7f000001/', false, true],
    ['http://localhost.evil.example/', false, false],
    ['http://127.0.0.1.nip.io/', false, false],
    ['http://0.0.0.0/', false, false],
    ['http://169.254.169.254/', false, false],
    ['ftp://localhost/', false, false],
    ['javascript:alert(1)', false, false],
    ['//localhost/', false, false],
    ['', false, false],
  ] as const) {
    it(`${url || '(nothing)'}: channel ${channel}, this machine ${loopback}`, () => {
      assert.equal(channelServices(url), channel);
      assert.equal(loopbackServices(url), loopback);
    });
  }
});
