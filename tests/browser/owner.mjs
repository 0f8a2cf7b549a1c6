// The owner of the tests: a restaurant with eight people, some of them without a contract.

/** The first question about those who work there. */
export const CONTRACTS = '员工干满一个月的，都签书面劳动合同了吗？';

/** Questions about the business, asked as far as something depends on them. */
export const BUSINESS = {
  '您的营业执照是哪一种？': '个体工商户',
  '您主要做哪些生意？做几样就选几样。': ['餐饮', '网上经营'],
  '现在有几个人给您干活、领工资？': '8',
};

/** Questions about those who work there. */
export const STAFF = {
  ...BUSINESS,
  [CONTRACTS]: '有人没签',
  '没签的人里，最早的是哪天来上班的？': '2026-03-02',
  '给员工交社保了吗？': '全员都交，按实际工资报',
  '最近来的那位员工，是哪天上班的？': '2026-11-10',
  '加班有下面哪些情况？': '不清楚',
};
