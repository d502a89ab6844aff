"""Verbs by how they are made, whatever list holds them: an act with what came of it, two acts in one, an act that is over.

>>> [bool(BEGINS.match(clause)) for clause in ("划定核心区", "添置两台烘茧机", "还了第一笔", "交通恢复")]
[True, True, True, False]
>>> DOES.search("卢开泰背着种纸").start()
3
"""

from __future__ import annotations

from timeline import regex as re

#: What one does, by a character alone.
ACT = (
    "借修拍拿刻办租购买卖盖建挖种养打写画造招收交付还请带送添搬改换调抢救护留守走跑捐赠筹凑垫欠领取教唱演编印刷考拜认娶嫁喂酿晒腌染织绣雕刨锯敲砌铺挂贴装拆背挑扛抬拉推牵捡翻找寻听看遇碰赶追闯爬攻夺赢输丢摔病搭支摆"
    "撑划停关封锁录点熄烧煮炒蒸熬泡卷捆缝补剪裁砍育选订签谈聊讲辞学画做腾泡冲淹压炸扑撞掏拖拽扒拔摘割剥削磨碾榨捞钓捕猎逮抓押赔偿垒浇灌引排抽吸填埋吊掘漫钻凿架接连缩扩增减降升移迁撤派调拨放投布设置攒存缴争退脱扭转传递寄捎运载驶驾骑渡"
)
#: What comes of it.
_END = "到至成为作入进出起下上回完好满齐空定掉住清断毁倒塌破净足遍稳妥给往归过得来"
#: Nouns that are made like that.
_NOUNS = (
    "收入|支出|出[口入]|演出|派出所|建成区|写[字下]楼|看好|请[回帖]|改造|停放|放置|布置图|设置费|装置|建设|转运|运转|养殖|种养|教养|修养|"
    "收养|教学|学[生成]|开[发出]|存放|编制|投放|接连|交[付接]|传递|运送|运载|留守|护送|调[拨派运]|增[减设]|升降|排放|引进|建造|修造|铺设|架设|印刷|刻印|染[织整]|织[造染]|编织|造[作纸]|做作|认[购领]|收[割购]"
)
_COUNT = "[0-9一二两三四五六七八九十几数百千万多“《首整全]"
#: What a clause without its subject begins with.
BEGINS = re.compile(
    rf"(?=[{ACT}])(?!{_NOUNS})(?:[{ACT}][造制办到出]?(?:[{_END}]|了)(?![的人员者时后前之])(?=.{{2}})|[{ACT}]{{1,2}}了?(?={_COUNT}[^，]*[^，])(?!.{{1,3}}[年月日]))"
)
#: The same inside a clause, behind who does it.
DOES = re.compile(
    rf"(?<!安)(?=[{ACT}])(?!{_NOUNS})[{ACT}](?:[{ACT}]?了(?!的)|[{ACT}](?=[\u4e00-\u9fff]{{0,2}}[一两三四五六七八九十0-9]+[万余多]*[台辆个座名条套件亩株户张艘架])|着(?!陆|力|重|火|装|眼|[^，]{{0,20}}的)|[到成出起完给掉住满齐断遍](?![的人者口厂局庄村镇演版租品色境]))(?=[\u4e00-\u9fff0-9“《])"
)
#: What only somebody does, and no thing: 补种行道树, 给管家们配终端, 请专家做普查.
HANDLES = re.compile(
    rf"[\s，。；、起前底末初]*(?:[将再又也还要已拟便就]|统一|全部|陆续|计划|打算|争取|力争|正式|先后|集中|[\s前底])*(?:(?!{_NOUNS})[{ACT}]{{1,2}}[了出起上下好]?(?={_COUNT}[^，]*[^，0-9元])|[给请聘把向]|[{ACT}]{{2}}[\u4e00-\u9fff]{{2,}})"
)
