/** One portal with one movable clock: the parts follow each other, and the clock moves only after every page has been looked at. */
import './every-page.ts';
import './without-script.ts';
import './procurement-story.ts';
