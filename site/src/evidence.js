(function(d,w){
var f=d.querySelector('form[data-ask]'),i=d.getElementById('file'),o=d.getElementById('out'),c=w.crypto&&w.crypto.subtle,busy;
if(!f||!c||!w.FormData||!w.FileReader||!w.Uint8Array)return;
function word(n){return f.getAttribute('data-'+n)}
function say(t){o.hidden=false;o.textContent=t}
function lost(t){busy=0;say(typeof t=='string'?t:word('failed'));o.focus()}
d.getElementById('file-hint').textContent=word('large');
function call(url,body,asks,done,tick,more){
var x=new XMLHttpRequest();
function again(){if(more)setTimeout(function(){call(url,body,asks,done,tick,more-1)},4e3);else lost()}
x.open('POST',url);
if(asks){x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.setRequestHeader('Accept','application/json')}
if(tick)x.upload.onprogress=function(e){tick(e.loaded)};
x.onload=function(){if(x.status>499)again();else done(x.status,x.responseText)};
x.onerror=again;
x.send(body)
}
function hash(part,done){
var r=new FileReader();
r.onerror=lost;
r.onload=function(){c.digest('SHA-256',r.result).then(function(b){
var s='',a=new Uint8Array(b),n;
for(n=0;n<32;n++)s+=(a[n]<16?'0':'')+a[n].toString(16);
done(s)
},lost)};
r.readAsArrayBuffer(part)
}
function send(file,sha){
var t=f.form_token,q='name='+encodeURIComponent(file.name)+'&bytes='+file.size+'&sha256='+sha+(t?'&form_token='+t.value:'');
function ask(more,done){
call(word('ask'),q+more,1,function(code,text){
var a;
try{a=JSON.parse(text)}catch(e){return lost()}
if(code===200)w.location=a.page;else if(code===201)done(a);else lost(a.detail)
},0,3)
}
ask('',function(all){
function part(n){
var at=n*all.part_bytes,b=file.slice(at,at+all.part_bytes);
if(n>=all.parts){w.location=all.page;return}
hash(b,function(s){ask('&part='+n+'&part_sha256='+s,function(a){
var g=new FormData(),m;
for(m=0;m<a.fields.length;m++)g.append(a.fields[m][0],a.fields[m][1]);
g.append('file',b);
call(a.url,g,0,function(code){if(code<300)part(n+1);else lost()},function(l){say(word('sends').replace('{n}',Math.min(99,Math.floor(100*(at+l)/file.size))))},3)
})})
}
part(all.next)
})
}
f.addEventListener('submit',function(e){
var file=i.files&&i.files[0];
if(busy)return e.preventDefault();
if(!file||file.size<=+word('most'))return;
e.preventDefault();busy=1;say(word('reads'));
hash(file,function(s){send(file,s)})
});
})(document,window);
