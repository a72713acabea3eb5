import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a bundle. */
export interface BundleFile {
  /** Its name, or its path with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Marks of a ZIP file (APPNOTE 6.3), shared by the writer and the reader. */
export const marks = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Ways in which a file is kept. */
export const methods = { stored: 0, deflated: 8 } as const;
/** Lengths of the records without their names. */
export const recordBytes = { local: 30, central: 46, end: 22 } as const;

const versionNeeded = 20;
const madeOnUnix = 3 << 8;
const namesAreUtf8 = 1 << 11;
const readableByOwner = 0o100600;

/** Files as a ZIP file. The same files and the same time give the same bytes; `at` is in milliseconds since 1970. */
export function zipped(files: readonly BundleFile[], at: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path);
    const deflated = deflateRawSync(bytes, { level: 9 });
    const isSmaller = deflated.length < bytes.length;
    const data = isSmaller ? deflated : bytes;
    const described = description(bytes, data, isSmaller ? methods.deflated : methods.stored, name, at);
    const local = Buffer.alloc(recordBytes.local);
    local.writeUInt32LE(marks.local, 0);
    local.set(described, 4);
    parts.push(local, name, data);
    directory.push(centralRecord(described, offset), name);
    offset += local.length + name.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(recordBytes.end);
  end.writeUInt32LE(marks.end, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** What stands of a file both before it and in the directory. */
function description(bytes: Uint8Array, data: Uint8Array, method: number, name: Uint8Array, at: number): Buffer {
  const [date, time] = dosTime(at);
  const described = Buffer.alloc(26);
  described.writeUInt16LE(versionNeeded, 0);
  described.writeUInt16LE(namesAreUtf8, 2);
  described.writeUInt16LE(method, 4);
  described.writeUInt16LE(time, 6);
  described.writeUInt16LE(date, 8);
  described.writeUInt32LE(crc32(bytes), 10);
  described.writeUInt32LE(data.length, 14);
  described.writeUInt32LE(bytes.length, 18);
  described.writeUInt16LE(name.length, 22);
  return described;
}

function centralRecord(described: Uint8Array, offset: number): Buffer {
  const record = Buffer.alloc(recordBytes.central);
  record.writeUInt32LE(marks.central, 0);
  record.writeUInt16LE(madeOnUnix | versionNeeded, 4);
  record.set(described, 6);
  record.writeUInt32LE(readableByOwner * 0x1_0000, 38);
  record.writeUInt32LE(offset, 42);
  return record;
}

/** Date and time in the two numbers of MS-DOS, which have no zone; ours are UTC. */
function dosTime(at: number): readonly [date: number, time: number] {
  const day = new Date(Math.max(at, Date.UTC(1980, 0, 1)));
  return [
    ((day.getUTCFullYear() - 1980) << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate(),
    (day.getUTCHours() << 11) | (day.getUTCMinutes() << 5) | (day.getUTCSeconds() >> 1),
  ];
}
