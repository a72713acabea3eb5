import type { KindExamples } from './kind-examples.ts';

/** Options and files of commands that hold a credential. */
export const commandLineExamples: readonly KindExamples[] = [
  {
    kind: 'password of a command',
    secrets: (draw) => [draw.word(14)],
    around: [
      'curl https://api.anthropic.com/v1/messages -u me:SECRET -d @request.json',
      `curl --user 'me:SECRET' https://gateway.example.com/v1/messages`,
      'curl -x http://proxy:3128 -U "me:SECRET" https://api.anthropic.com',
      'curl --proxy-user=me:SECRET https://api.anthropic.com',
      'curl -E client.pem:SECRET https://gateway.example.com',
      'curl --cert client.pem --pass SECRET https://gateway.example.com',
      '{"command":"curl -u \\"me:SECRET\\" https://gateway.example.com"}',
      `sshpass -p 'SECRET' ssh me@host`,
      'sshpass -pSECRET scp a me@host:b',
      'mysql -uroot -pSECRET app',
      'mysqldump --host db -u app -pSECRET app > app.sql',
      'machine api.example.com login me password SECRET',
      'machine api.example.com\n  login me\n  password SECRET\n',
    ],
    spares: [
      'curl -u "$NAME:$PASSWORD" https://gateway.example.com',
      'docker run -u 1000:1000 curlimages/curl https://api.anthropic.com',
      'mysql -u root -p app',
      'the machine learning login password is reset',
    ],
  },
  {
    kind: 'cookie',
    secrets: (draw) => [draw.word(14)],
    around: [
      `curl https://gateway.example.com/v1/messages -b 'session=SECRET' -d @request.json`,
      'curl -b session=SECRET https://gateway.example.com',
    ],
    spares: ['curl -b cookies.txt https://gateway.example.com'],
  },
];
