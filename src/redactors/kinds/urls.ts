import { defineRedactor } from '../redactor.ts';

const longestUserInfo = 400;

/** Passwords inside addresses: of databases, queues, proxies, package registries. */
export const urlSecrets = [
  defineRedactor({
    kind: 'password in a URL',
    anchors: ['://'],
    find(text, at) {
      const start = at + 3;
      const limit = Math.min(text.length, start + longestUserInfo);
      let colon = -1;
      let end = -1;
      for (let place = start; place < limit; place++) {
        const code = text.charCodeAt(place);
        // The password ends at the last @ before the host: some hold one themselves.
        if (code === 64) end = place;
        else if (code === 58 && colon < 0) colon = place;
        else if (code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62 || code === 92)
          break;
        else if (code === 47 || code === 63 || code === 35 || code === 44) {
          // A port and a path: what comes after is no host.
          if (end >= 0 || colon < 0 || /^\d*$/.test(text.slice(colon + 1, place))) break;
        }
      }
      if (end < 0) return undefined;
      const holdsPassword = colon >= 0 && colon < end - 1;
      const isToken = !holdsPassword && end - start >= 16 && /\d/.test(text.slice(start, end));
      return /[\w+.-]/.test(text[at - 1] ?? '') && (holdsPassword || isToken) ? { start, end } : undefined;
    },
  }),
];
