/** Numbers for a monitoring system, in the text format of Prometheus (exposition format 0.0.4). */
export type Labels = Record<string, string>;

export interface Sample {
  /** Behind the name of the family: `_bucket`, `_sum`, `_count`. */
  suffix?: string;
  labels?: Labels;
  value: number;
}

/** All samples under one name. */
export interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples: Sample[];
}

export interface Counter {
  add(labels?: Labels): void;
}

export interface Histogram {
  /** Takes a duration, seconds. */
  observe(seconds: number, labels?: Labels): void;
}

export interface Metrics {
  counter(name: string, help: string): Counter;
  /** `buckets`: upper bounds in seconds, ascending. */
  histogram(name: string, help: string, buckets: readonly number[]): Histogram;
  /** Families that are read when somebody asks; one that cannot be read is left out and counted. */
  read(families: () => Family[] | Promise<Family[]>): void;
  /** Everything, as text. */
  text(): Promise<string>;
}

/** Collects the numbers of one process. */
export function createMetrics(): Metrics {
  const readers: (() => Family[] | Promise<Family[]>)[] = [];
  let unread = 0;
  return {
    counter(name, help) {
      const counts = new Map<string, { labels: Labels; value: number }>();
      readers.push(() => [{ name, help, type: 'counter', samples: [...counts.values()] }]);
      return {
        add(labels = {}) {
          const key = JSON.stringify(labels);
          const known = counts.get(key) ?? { labels, value: 0 };
          known.value += 1;
          counts.set(key, known);
        },
      };
    },
    histogram(name, help, buckets) {
      const series = new Map<string, { labels: Labels; counts: number[]; sum: number }>();
      readers.push(() => [
        { name, help, type: 'histogram', samples: [...series.values()].flatMap((each) => spread(each, buckets)) },
      ]);
      return {
        observe(seconds, labels = {}) {
          const key = JSON.stringify(labels);
          const known = series.get(key) ?? { labels, counts: [...buckets, Infinity].map(() => 0), sum: 0 };
          const place = buckets.findIndex((bound) => seconds <= bound);
          known.counts[place === -1 ? buckets.length : place]! += 1;
          known.sum += seconds;
          series.set(key, known);
        },
      };
    },
    read: (families) => void readers.push(families),
    async text() {
      const read = await Promise.allSettled(readers.map(async (reader) => reader()));
      unread += read.filter(({ status }) => status === 'rejected').length;
      const failures: Family = {
        ...{ name: 'zakup_unread_metrics_total', help: 'Times that a group of metrics could not be read.', type: 'counter' },
        samples: [{ value: unread }],
      };
      const families = read.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      return [...families, failures].map(textOf).join('');
    },
  };
}

/** Samples of a histogram: counts up to each bound, their sum, their number. */
function spread(
  { labels, counts, sum }: { labels: Labels; counts: number[]; sum: number },
  buckets: readonly number[],
): Sample[] {
  let below = 0;
  const bounds = [...buckets.map(String), '+Inf'];
  const upTo = bounds.map((le, place) => ({ suffix: '_bucket', labels: { ...labels, le }, value: (below += counts[place]!) }));
  return [...upTo, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: below }];
}

function textOf({ name, help, type, samples }: Family): string {
  const lines = samples.map(
    ({ suffix = '', labels = {}, value }) => `${name}${suffix}${labelsText(labels)} ${numberText(value)}\n`,
  );
  return `# HELP ${name} ${help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

const escaped = (value: string): string => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const numberText = (value: number): string => (value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value));
