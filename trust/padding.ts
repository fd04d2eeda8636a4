/**
 * Length to which `length` bytes are padded so that the size of an envelope says nothing about a price: whole KiB up to 4 KiB,
 * above that sixteenths of the power of two below (at most 6 % is lost).
 */
export function paddedLength(length: number): number {
  if (length <= 4096) return Math.max(1, Math.ceil(length / 1024)) * 1024;
  const unit = 2 ** Math.floor(Math.log2(length - 1)) / 16;
  return Math.ceil(length / unit) * unit;
}

/** Four bytes, little-endian. */
export function lengthBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}

/** Reads `lengthBytes` at `at`. */
export const lengthAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
