"""Writes a catalog whose parts are larger than a workbook's may be."""

ENTRIES = 400
DOMAIN = '重大建设项目/批准和实施[含国有土地上房屋征收:补偿]以及后续监管*的全过程公开?'

print(f'''catalog:
  id: large
  title: 大目录
  date: 2026-01-15
domains:
  - {{id: works, name: "{DOMAIN}"}}
  - {{id: works-too, name: "{DOMAIN}（续）"}}
laws:
  - id: regulation
    title: 中华人民共和国政府信息公开条例
    number: 国务院令第711号
    issued: 2019-04-03
    effective: 2019-05-15
bodies: [{{id: bureau, name: 青禾县发展和改革局}}]
channels: [{{id: website, name: 政府网站, standard: true}}]
defaults:
  basis: [regulation]
  timing: 信息形成或者变更之日起20个工作日内
  body: bureau
  channels: [website]
  levels: [county]
  supervision: {{phone: "12345"}}
items:
  - id: works/small
    name: [建设项目, 项目名称]
    content: [项目名称]
  - id: works-too/small
    name: [建设项目, 项目名称和编号]
    content: [项目编号]
  - id: works/large
    name: [建设项目, 项目信息]
    content:''')
for number in range(ENTRIES):
    print(f'      - 第{number + 1}项：' + '项目审批、核准、备案和实施的情况，' * 6)
