/** What is to happen, by time; of equal times in the order of noting. */
export interface Agenda<T> {
  readonly note: (at: number, what: T) => void;
  readonly next: () => { readonly at: number; readonly what: T } | undefined;
}

interface Noted<T> {
  readonly at: number;
  readonly order: number;
  readonly what: T;
}

/** An agenda as a binary heap: a virtual day has hundreds of thousands of events. */
export function agenda<T>(): Agenda<T> {
  const heap: Noted<T>[] = [];
  let order = 0;
  const isBefore = (one: Noted<T> | undefined, other: Noted<T> | undefined): boolean =>
    one !== undefined && other !== undefined && (one.at < other.at || (one.at === other.at && one.order < other.order));
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  return {
    note(at, what) {
      heap.push({ at, order: order++, what });
      for (let index = heap.length - 1; index > 0;) {
        const parent = (index - 1) >> 1;
        if (!isBefore(heap[index], heap[parent])) return;
        swap(index, parent);
        index = parent;
      }
    },
    next() {
      const [first] = heap;
      const last = heap.pop();
      if (first && last && heap.length > 0) {
        heap[0] = last;
        for (let index = 0; ;) {
          const [left, right] = [2 * index + 1, 2 * index + 2];
          const least = isBefore(heap[right], heap[left]) ? right : left;
          if (!isBefore(heap[least], heap[index])) break;
          swap(index, least);
          index = least;
        }
      }
      return first;
    },
  };
}
