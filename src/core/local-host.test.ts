import { expect, test } from 'vitest';
import { isOwnMachine, isPrivateNetwork } from './local-host.ts';

test.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '0.0.0.0', '::1', '[::1]', 'host.docker.internal'])(
  '%s is the machine itself',
  (host) => {
    expect(isOwnMachine(host)).toBe(true);
    expect(isPrivateNetwork(host)).toBe(false);
  },
);

test.each([
  '10.0.0.5',
  '192.168.1.9',
  '172.16.0.5',
  '172.31.255.1',
  '169.254.169.254',
  'fd00::1',
  '[fe80::1]',
  'nas.local',
])('%s is on a private network', (host) => {
  expect(isPrivateNetwork(host)).toBe(true);
  expect(isOwnMachine(host)).toBe(false);
});

test.each([
  'api.anthropic.com',
  '172.32.0.1',
  '11.0.0.1',
  '127.example.com',
  'localhost.example.com',
  'fc.example.com',
  '10.example.com',
])('%s can be anywhere', (host) => {
  expect(isOwnMachine(host) || isPrivateNetwork(host)).toBe(false);
});
