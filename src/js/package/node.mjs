// The same classes for `import` as for `require`: a program may do both.
import assessor from './assessor.cjs';

export const { init, Assessor, Sheet } = assessor;
