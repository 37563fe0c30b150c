(function(d){
var b=d.body,q=d.getElementById('q'),help=d.getElementById('keys'),all=d.querySelector('[data-all]'),at=-1;
function each(s,f){var l=d.querySelectorAll(s);for(var i=0;i<l.length;i++)f(l[i],i)}
function picks(f){each('.list input[type=checkbox]',f)}
function count(){
var n=0,m=0;
picks(function(p){m++;if(p.checked)n++});
each('[data-count]',function(c){c.hidden=!n;c.textContent=c.getAttribute('data-count').replace('{n}',n)});
if(all)all.querySelector('input').checked=m>0&&n===m
}
if(all){
all.hidden=false;
all.addEventListener('change',function(e){picks(function(p){p.checked=e.target.checked});count()})
}
d.addEventListener('change',count);
window.addEventListener('pageshow',count);
each('.summary,.notice[tabindex]',function(s){s.focus()});
var soon=d.getElementById('soon'),gone=d.getElementById('over'),end=Date.now()+1000*b.getAttribute('data-left'),timer=setInterval(tick,1000);
function over(){
clearInterval(timer);
while(b.firstChild)b.removeChild(b.firstChild);
b.appendChild(gone);gone.hidden=false;gone.focus();
d.title=gone.firstChild.textContent
}
function tick(){
var left=end-Date.now();
if(left<=0)over();else soon.hidden=left>120000
}
soon.querySelector('button').addEventListener('click',function(){
var x=new XMLHttpRequest();
x.open('GET','/desk/profile');
x.setRequestHeader('accept','application/json');
x.onload=function(){
if(x.status===401)over();
if(x.status===200){end=Date.now()+1000*JSON.parse(x.responseText).seconds;tick()}
};
x.send()
});
each('[data-print]',function(b){b.hidden=false;b.addEventListener('click',function(){window.print()})});
each('a[data-words]',function(a){a.addEventListener('click',function(e){
var f=d.getElementById(a.getAttribute('data-field'));
if(!f||e.ctrlKey||e.metaKey||e.shiftKey)return;
e.preventDefault();f.value=(f.value.trim()?f.value+'\n':'')+a.getAttribute('data-words');f.focus()
})});
if(b.getAttribute('data-keys')==='off')return;
function lines(){
var l=[];
each('.list tbody tr',function(r){if(r.querySelector('a'))l.push(r)});
return l
}
function row(){
var l=lines();
l.forEach(function(r,i){if(r.contains(d.activeElement))at=i});
return l[at]
}
function go(by){
row();
var l=lines();
if(!l.length)return;
at=Math.max(0,Math.min(l.length-1,at+by));
l[at].querySelector('a').focus()
}
function pick(on){
var r=row(),p=r&&r.querySelector('input');
if(p){p.checked=on||!p.checked;count()}
}
function assign(){
var f=d.getElementById('assign'),k=d.querySelector('.list button[value=assign],.picked button[value=assign]'),any=0;
if(f){while(f){if(f.nodeName==='DETAILS')f.open=true;f=f.parentNode}d.querySelector('#assign select').focus();return}
if(!k)return;
picks(function(p){any+=p.checked});
if(!any)pick(true);
if(any||row())k.click();else k.focus()
}
d.addEventListener('keydown',function(e){
var t=e.target,n=t.nodeName,box=t.type==='checkbox',k=e.code,r;
if(e.ctrlKey||e.altKey||e.metaKey||e.isComposing||e.defaultPrevented)return;
if(n==='TEXTAREA'||n==='SELECT'||n==='INPUT'&&!box)return;
if(k==='Slash'&&e.shiftKey){help.open=true;help.querySelector('summary').focus()}
else if(e.shiftKey)return;
else if(k==='Slash')q.focus();
else if(k==='KeyJ')go(1);
else if(k==='KeyK')go(-1);
else if(k==='KeyX')pick(false);
else if(k==='KeyA')assign();
else if((k==='Enter'||k==='NumpadEnter')&&(t===b||box)&&(r=row()))r.querySelector('a').click();
else return;
e.preventDefault()
})
})(document);
