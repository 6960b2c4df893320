export { PhaseTimeline, type PhaseTimelineProps } from './PhaseTimeline';
