// What the tests do within a page is not followed there: they ask for properties of whatever they have found,
// and put by what they collect.

declare module '/pkg/*';
declare module '/other/*';

interface Element {
  [property: string]: any;
}
interface Window {
  [collected: string]: any;
}
interface Event {
  [property: string]: any;
}
interface PerformanceEntry {
  [property: string]: any;
}
interface PerformanceObserverInit {
  durationThreshold?: number;
}
declare var changes: any[];
declare var errors: any[];
declare var shifts: any[];
declare var handled: any[];
declare var painted: any[];
declare var finish: any;
